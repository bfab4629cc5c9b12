/**
 * The closed vocabularies of the product, in the order in which people are shown them.
 * Pure values: the schema makes them PostgreSQL enums, zod makes them choices, the messages name each one.
 */

export const locales = ["en", "sv"] as const;
export type Locale = (typeof locales)[number];

/** A public text per language; a language without a text is absent, never an empty string. */
export type Localized = Partial<Record<Locale, string>>;

export const roles = ["admin", "organizer", "protocol", "editor", "door", "focal_point"] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = [
  "country",
  "company",
  "international_organisation",
  "ngo",
  "academia",
  "other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const sectors = [
  "steel",
  "cement",
  "chemicals",
  "aluminium",
  "mining",
  "energy",
  "construction",
  "automotive",
  "aviation",
  "shipping",
  "carbon_storage",
] as const;
export type Sector = (typeof sectors)[number];

/** `day`, `month`, `year`: the date is known to that precision; `by`: it happened on that date or earlier. */
export const datePrecisions = ["day", "month", "year", "by"] as const;
export type DatePrecision = (typeof datePrecisions)[number];

export const eventKinds = [
  "summit",
  "dialogue",
  "roundtable",
  "briefing",
  "board_meeting",
  "side_event",
  "launch",
  "meeting",
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventFormats = ["in_person", "online", "hybrid"] as const;
export type EventFormat = (typeof eventFormats)[number];

export const hostRoles = ["host", "co_host", "supporter"] as const;
export type HostRole = (typeof hostRoles)[number];

export const registrationPolicies = ["open", "approval", "invitation", "closed"] as const;
export type RegistrationPolicy = (typeof registrationPolicies)[number];

/** `travel` and `hold` are internal: they are never on a public surface. */
export const agendaItemKinds = [
  "opening",
  "plenary",
  "keynote",
  "panel",
  "roundtable",
  "signing",
  "press_conference",
  "bilateral",
  "break",
  "reception",
  "closing",
  "travel",
  "hold",
] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

export const agendaRoles = [
  "chair",
  "moderator",
  "speaker",
  "panellist",
  "rapporteur",
  "discussant",
  "interpreter",
] as const;
export type AgendaRole = (typeof agendaRoles)[number];

/** Who may know of an agenda item, from many to few. */
export const agendaAudiences = ["public", "participants", "organizers"] as const;
export type AgendaAudience = (typeof agendaAudiences)[number];

/** What may be said outside of what was said in the room (Chatham House: what, but not by whom). */
export const attributionRules = ["on_record", "chatham_house", "closed"] as const;
export type AttributionRule = (typeof attributionRules)[number];

/** Whether somebody agreed to the role they were given. */
export const confirmations = ["unasked", "asked", "confirmed", "declined"] as const;
export type Confirmation = (typeof confirmations)[number];

export const presences = ["in_person", "remote"] as const;
export type Presence = (typeof presences)[number];

/** The languages a meeting is held in and interpreted from and into, as BCP 47 codes: the six of the UN first. */
export const spokenLanguages = [
  "ar",
  "zh",
  "en",
  "fr",
  "ru",
  "es",
  "sv",
  "de",
  "pt",
  "hi",
  "ja",
  "ko",
] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** What a row of the run of show hangs on. */
export const cueAnchors = ["item_start", "item_end", "day"] as const;
export type CueAnchor = (typeof cueAnchors)[number];

/** What the check of an agenda can find. */
export const findingKinds = [
  "room",
  "person",
  "delegation",
  "capacity",
  "availability",
  "walking",
  "outside",
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The rank of who speaks, in the order in which they take the floor. */
export const speakingClasses = [
  "head_of_state",
  "head_of_government",
  "minister",
  "vice_minister",
  "other",
] as const;
export type SpeakingClass = (typeof speakingClasses)[number];

/** Where somebody on a speakers' list stands; `absent` was called and not there, and waits at the end of the class. */
export const speakerStates = ["waiting", "absent", "speaking", "spoken", "withdrawn"] as const;
export type SpeakerState = (typeof speakerStates)[number];

export const participationClasses = [
  "head",
  "delegate",
  "adviser",
  "speaker",
  "observer",
  "press",
  "interpreter",
  "security",
  "staff",
] as const;
export type ParticipationClass = (typeof participationClasses)[number];

export const participationStates = [
  "nominated",
  "submitted",
  "pre_approved",
  "approved",
  "waitlisted",
  "on_hold",
  "declined",
  "withdrawn",
  "replaced",
] as const;
export type ParticipationState = (typeof participationStates)[number];

export const participationSources = [
  "registration",
  "by_hand",
  "nomination",
  "invitation",
  "import",
] as const;

/** How high somebody ranks, for the level of participation; in protocol's order. */
export const participationLevels = [
  "head_of_state",
  "head_of_government",
  "minister",
  "vice_minister",
  "chief_executive",
  "senior_official",
  "other",
] as const;
export type ParticipationLevel = (typeof participationLevels)[number];

/** The shares a capacity is divided into. */
export const poolKinds = ["members", "hosts", "press", "open", "reserve"] as const;
export type PoolKind = (typeof poolKinds)[number];

/** Who moves up when a seat is freed: by arrival, by the event's order of classes, or nobody by itself. */
export const promotionPolicies = ["order", "priority", "manual"] as const;
export type PromotionPolicy = (typeof promotionPolicies)[number];

/** The fields of a participation that an event may mark for review. */
export const reviewableFields = ["name", "functionalTitle", "organisation", "class", "email"] as const;
export type ReviewableField = (typeof reviewableFields)[number];

export const credentialsStates = ["received", "accepted", "rejected"] as const;
export type CredentialsState = (typeof credentialsStates)[number];

export const questionKinds = [
  "text",
  "long_text",
  "choice",
  "choices",
  "date",
  "country",
  "file",
  "number",
  "agreement",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const questionStages = ["registration", "after_approval"] as const;
export type QuestionStage = (typeof questionStages)[number];

/** Who may read an answer, from few to many; each includes those before it and the participant. */
export const answerAudiences = ["needs", "secretariat", "delegation", "door"] as const;
export type AnswerAudience = (typeof answerAudiences)[number];

export const filePurposes = [
  "credentials",
  "answer",
  "photo",
  "document",
  "speech",
  "evidence",
  "statement",
  "media",
  "application",
] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** What the days of a reminder are counted from. */
export const reminderAnchors = ["starts", "ends", "registration_closes", "nomination_deadline"] as const;
export type ReminderAnchor = (typeof reminderAnchors)[number];

/** Whom a reminder goes to. */
export const reminderAudiences = ["approved", "waitlisted", "focal_points", "not_answered"] as const;
export type ReminderAudience = (typeof reminderAudiences)[number];

export const consentKinds = ["listing", "privacy"] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const checkInKinds = ["in", "undo"] as const;
export type CheckInKind = (typeof checkInKinds)[number];

export const statementKinds = [
  "joint_statement",
  "summit_statement",
  "leaders_statement",
  "chairs_summary",
  "mission_statement",
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** `annex` is the heading of an annex: the numbers begin anew after it. */
export const paragraphKinds = ["heading", "preambular", "operative", "closing", "annex"] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

export const adoptionMethods = ["consensus", "acclamation", "silence", "vote", "written"] as const;
export type AdoptionMethod = (typeof adoptionMethods)[number];

export const positionKinds = [
  "endorses",
  "endorses_with_reservation",
  "explanation",
  "disassociates",
  "does_not_endorse",
] as const;
export type PositionKind = (typeof positionKinds)[number];

/** What an amendment does to the text; split, merge and move are said, never guessed. */
export const amendmentKinds = [
  "replace",
  "insert_after",
  "delete",
  "move",
  "split",
  "merge",
  "retitle",
] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];

/** `consolidated`: taken up in a text that settles it together with others on the same passage. */
export const amendmentStates = [
  "open",
  "accepted",
  "consolidated",
  "bracketed",
  "rejected",
  "withdrawn",
] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** Who may read a comment on a text, from few to many; the secretariat reads all of them. */
export const commentAudiences = ["secretariat", "drafting_group", "members"] as const;
export type CommentAudience = (typeof commentAudiences)[number];

/** How a text is decided outside of the room. */
export const procedureKinds = ["silence", "written", "vote"] as const;
export type ProcedureKind = (typeof procedureKinds)[number];

/** `broken`: ended by an objection; `failed`: not carried by its deadline; `cancelled`: taken back by who opened it. */
export const procedureStates = ["open", "adopted", "broken", "failed", "cancelled"] as const;
export type ProcedureState = (typeof procedureStates)[number];

export const procedureAnswers = ["objects", "consents", "for", "against", "abstains"] as const;
export type ProcedureAnswer = (typeof procedureAnswers)[number];

/** What carries a vote, of those who said for or against. */
export const majorities = ["simple", "two_thirds", "unanimous"] as const;
export type Majority = (typeof majorities)[number];

export const procedureNotices = ["opened", "extended", "reminder", "broken", "result"] as const;
export type ProcedureNotice = (typeof procedureNotices)[number];

/** Of a mistake in an adopted text: only its spelling or form, or a number, name or reference (RFC Editor's practice). */
export const errataKinds = ["editorial", "technical"] as const;
export type ErratumKind = (typeof errataKinds)[number];

export const errataStates = ["reported", "verified", "rejected", "held"] as const;
export type ErratumState = (typeof errataStates)[number];

/** Who gave a position: a focal point at the desk, or the secretariat from a letter or the floor. */
export const positionSources = ["desk", "secretariat"] as const;

/**
 * Why a public text is taken back, each with its own effect: `error` is gone for good, `too_early` comes again at the
 * same address, `merged` leads to another statement, `withdrawn` stays readable with a notice.
 */
export const unpublishReasons = ["error", "too_early", "merged", "withdrawn"] as const;
export type UnpublishReason = (typeof unpublishReasons)[number];

export const announcementKinds = [
  "new_member",
  "press_release",
  "article",
  "brief",
  "event_report",
  "video",
  "process",
] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** What was done to a text by whoever reads it before it is published. */
export const reviewSteps = ["submitted", "remarked", "returned", "approved"] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** How an application to become a member came in. */
export const accessionSources = ["form", "letter", "desk"] as const;

/** Where an accession stands, in the order of its path; the last two end it. */
export const accessionStates = [
  "applied",
  "in_review",
  "with_board",
  "approved",
  "announced",
  "in_force",
  "declined",
  "withdrawn",
] as const;
export type AccessionState = (typeof accessionStates)[number];

/** What is looked after before a member is announced. */
export const accessionChecks = [
  "contact_confirmed",
  "commitment_on_file",
  "own_actions",
  "focal_point",
  "logo",
  "press_contact",
] as const;
export type AccessionCheck = (typeof accessionChecks)[number];

export const boardAnswers = ["approves", "declines", "abstains"] as const;
export type BoardAnswer = (typeof boardAnswers)[number];

/** What a period is the term of: a government, a phase of the group's work, who presides over it. */
export const periodKinds = ["government", "phase", "presidency"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** What can be made public in one release, in the order in which it is shown. */
export const releaseItemKinds = [
  "membership",
  "announcement",
  "statement",
  "event",
  "agenda",
  "mail",
] as const;
export type ReleaseItemKind = (typeof releaseItemKinds)[number];

/** Where a release stands; computed from its records. `late`: its instant is past and nothing happened. */
export const releaseStates = [
  "draft",
  "scheduled",
  "ready",
  "late",
  "released",
  "undone",
  "cancelled",
] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** Whom a mail of a release goes to. */
export const releaseAudiences = ["press", "members"] as const;
export type ReleaseAudience = (typeof releaseAudiences)[number];

/** How often a subscriber hears: of each text at once, or of all of a day together. */
export const cadences = ["at_once", "digest"] as const;
export type Cadence = (typeof cadences)[number];

/** What other systems can be told of. */
export const webhookTopics = [
  "announcement.published",
  "announcement.withdrawn",
  "statement.published",
  "statement.withdrawn",
  "membership.published",
  "event.announced",
  "agenda.released",
] as const;
export type WebhookTopic = (typeof webhookTopics)[number];

export const deliveryStates = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const mediaKinds = ["image", "video", "file"] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** What became of a commitment, as reported at a meeting; that nothing was reported is computed, never said. */
export const commitmentProgress = ["not_started", "limited", "substantial", "done", "stopped"] as const;
export type CommitmentProgress = (typeof commitmentProgress)[number];

/** Where the bytes of a file are kept. */
export const fileStores = ["database", "s3"] as const;
export type FileStore = (typeof fileStores)[number];

/** `draft`: composed and not yet released; `bounced`: the other side refused it for good. */
export const mailStates = ["draft", "queued", "sent", "failed", "bounced", "cancelled"] as const;
export type MailState = (typeof mailStates)[number];

/** What history and the outbox can be about. */
export const subjectKinds = [
  "group",
  "user",
  "organisation",
  "membership",
  "person",
  "office",
  "appointment",
  "event",
  "agenda_item",
  "agenda_release",
  "participation",
  "delegation",
  "invitation",
  "question",
  "import",
  "mailing",
  "reminder",
  "participant_list",
  "statement",
  "announcement",
  "mail",
  "accession",
  "board_member",
  "period",
  "boilerplate",
  "media",
  "release",
  "press_recipient",
  "webhook",
  "commitment",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
