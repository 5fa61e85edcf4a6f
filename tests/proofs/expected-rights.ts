/**
 * Who may do what, written by hand: s SELECT, i INSERT, u UPDATE, d DELETE,
 * t TRUNCATE, r REFERENCES, g TRIGGER, in the order app, auth, checks, public.
 * A dash is nothing. A table or function that is not here is a surprise.
 */
type Rights = [app: string, auth: string, checks: string, public_: string];

const readByApp: Rights = ["s", "-", "-", "-"];
const readByAppAndChecks: Rights = ["s", "-", "s", "-"];
const readByAppAndAuth: Rights = ["s", "s", "-", "-"];
const reference: Rights = ["s", "-", "sidu", "-"];
const ofAuth: Rights = ["-", "sidu", "-", "-"];
const ofReaders: Rights = ["-", "-", "-", "s"];

const sameFor = (rights: Rights, names: string): [string, Rights][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, rights]);

export const expectedTableRights = new Map<string, Rights>([
  ...sameFor(
    readByApp,
    `clock_offset holiday audit_event interest_declaration collection page_author source_statement page_elsewhere
     draft draft_save version_contributor review_rules review_rules_need round_need assignment interest_answer
     interest_ruling decision reaffirmation revocation comment comment_closing publication_approval
     due_brought_forward withdrawal withheld_block withheld_block_return notice notice_taken_down schedule
     settable_rule finding_set_aside alert mail job_run page_standing page_overview
     comment_reply comment_mention comment_reopening suggestion_set suggestion_decision pen look
     section_tick private_remark keyed_value review_question decision_answer claim_confirmation answer_letter
     figure_file version_figure component component_version component_approval
     words_set_aside words_put_back figure_page
     person_topic person_before assignment_alternate proposed_colleague absence absence_deputy
     assignment_reminder review_by_extension snooze reminder_clock page_address confidential_reader rehearsal
     interest_entry version_therapy publication_interest
     section_signoff decision_section page_set page_set_member page_listing expertise_holder
     section_signoff decision_section page_set page_set_member set_schedule page_listing
     section_signoff decision_section
     calendar_address webhook webhook_delivery mail_words
     source_use watch_item watch_touch watch_triage watch_standing
     outside_link outside_comment outside_recommendation
     expert_verification expert_verification_end
     backlog_entry backlog_input
     _prisma_migrations`,
  ),
  ...sameFor(
    readByAppAndChecks,
    "page version review_round publication checks_rules check_run finding",
  ),
  ...sameFor(
    readByAppAndAuth,
    "desk_setting person person_role person_expertise",
  ),
  ...sameFor(
    reference,
    "reference_set reference_gene reference_protein reference_retraction reference_drug reference_maker",
  ),
  ...sameFor(ofAuth, "session credential signing_grant sign_in_attempt"),
  ["invitation", ["-", "su", "-", "-"]],
  ["assignment_link", ["-", "-", "-", "-"]],
  ["outside_key", ["-", "-", "-", "-"]],
  ["public_text", ["-", "-", "-", "-"]],
  ["page_listing_now", ["-", "-", "-", "-"]],
  ["setup_token", ["-", "s", "-", "-"]],
  ["reminder_rearm", ["-", "-", "-", "-"]],
  ["digest_stop_key", ["-", "-", "-", "-"]],
  ["webhook_secret", ["-", "-", "-", "-"]],
  ["api_token", ["-", "-", "-", "-"]],
  ["outside_session", ["-", "-", "-", "-"]],
  ["signing_code", ["-", "-", "-", "-"]],
  ["notification_setting", ["siu", "-", "-", "-"]],
  ...sameFor(
    ofReaders,
    `public_page public_version public_reviewer public_notice public_correction public_review_date public_desk public_interest
     public_figure public_address public_event`,
  ),
]);

const callers = (roles: string, names: string): [string, string][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, roles]);

/** Functions and the roles that may call them; everything else, nobody. */
export const expectedFunctionRights = new Map<string, string>([
  ...callers("app auth checks public", "clock today"),
  ...callers(
    "app public",
    "set_falls day_of publication_line hidden_by_revocation withheld_block_ids is_overdue dated_state page_state",
  ),
  ...callers(
    "public",
    "strip_blocks block_by_id figures_in list_public_pages list_published list_review_dates list_public_addresses",
  ),
  ...callers(
    "auth",
    `operator_add_person operator_deactivate_person operator_make_token operator_end_token record_invitation create_setup_token set_up_first_admin
     record_assignment_link record_invitation_key record_outside_key invite_outside_expert outside_invitation open_outside_link
     ask_outside_to_sign renew_outside_link record_signing_code`,
  ),
  ...callers("app", "read_backlog_line set_backlog_inputs"),
  ...callers(
    "app",
    "outside_link_stands signing_link asked_and_able raise_fallen_sets",
  ),
  ...callers(
    "checks",
    "declare_checks_rules record_check_run raise_reference_watch_items",
  ),
  ...callers(
    "app",
    "pages_resting_on is_source raise_watch_item raise_watch_item_by_token token_reader report_mistake triage_watch_item raise_late_triage",
  ),
  ...callers(
    "app",
    "write_mail_words return_to_shipped_words mark_alert_unseen mark_alerts_seen make_calendar_address revoke_calendar_address find_calendar add_webhook revoke_webhook test_webhook queue_webhooks claim_webhooks finish_webhook",
  ),
  ...callers(
    "app",
    "review_load weekly_capacity next_reminder dates_kept bring_forward_as_proposed",
  ),
  ...callers(
    "app",
    "listed_state public_state_of work_states shortened_dues asked_of_draft worked_example section_standing make_page_set add_to_set remove_from_set set_versions publish_set schedule_set set_hash",
  ),
  ...callers(
    "app",
    `put_words_back edit_person edit_own_details reactivate_person lapses_on working_days_past name_alternates propose_colleague
     settle_colleague find_review_request accept_by_link decline_by_link propose_by_link renew_review_request
     due_lapses lapse_assignment absence_today record_absence end_absence due_hand_overs hand_over_absent heir_of_review`,
  ),
  ...callers(
    "app",
    `previous_working_day content_hash audit_hash effective_due
     invite_person set_roles deactivate_person declare_interests answer_interests rule_on_interests change_settings
     create_page import_page save_draft rebase_draft hand_over_page set_page_place add_author remove_author
     open_correction drop_correction submit_version is_fully_approved version_state take_back open_rereview
     publish_blockers sign_blockers assign_blockers assign accept_assignment decline_assignment dismiss_assignment
     sign_decision reaffirm revoke_approval raise_comment close_comment set_aside_finding set_review_rules
     publish schedule_publication cancel_schedule due_schedules publish_due withdraw reinstate withhold_block
     return_block put_up_notice take_down_notice bring_date_forward archive_page set_confidential_until
     due_reminders raise_due_alerts look_over_reminders make_digests claim_mails hold_mail finish_mail is_quiet stop_digests start_job finish_job alert_health
     mark_alert_seen publication_preview counted_decisions draft_blockers set_collection
     raise_draft_comment reply_to_comment reopen_comment save_suggestions decide_suggestion close_suggestions
     suggested_shares draft_text take_pen renew_pen release_pen ask_for_pen give_pen record_look
     store_figure write_component approve_component
     set_words_aside may_see_figure
     next_automatic_step remind remind_by_schedule stand_in extend_review_by snooze
     questions_for key_again_open key_again tick_section keep_remark drop_remark send_remark
     interest_conflicts unlisted_therapies publisher_interests standing_of_interests
     rename_page may_know_of name_confidential_reader forecast_blockers due_rehearsals rehearse
     assign_empty_seat unname_confidential_reader
     is_unchanged claims_open confirm_claims same_reviewer_again
     revoke_outside_link outside_reading outside_comment outside_recommend
     verify_expert end_verification allows_mailed_code outside_signing outside_answer outside_interests
     outside_key_again outside_confirm_claims outside_request_code outside_try_code outside_reaffirm outside_revoke outside_sign
     remarks_to_answer write_answer_letter
     is_unchanged claims_open confirm_claims same_reviewer_again`,
  ),
]);
