import {
  absentAction,
  callAction,
  endAction,
  extendAction,
  giveFloorAction,
  pauseAction,
  pinAction,
  withdrawSpeakerAction,
} from "./actions";

/** What is done with those on a list, as the pages that run one hand it down. */
export const listActions = {
  call: callAction,
  absent: absentAction,
  giveFloor: giveFloorAction,
  pause: pauseAction,
  end: endAction,
  withdraw: withdrawSpeakerAction,
  extend: extendAction,
  pin: pinAction,
};
