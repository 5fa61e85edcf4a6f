-- Least rights. The application reads, and acts through functions alone; only
-- its own notification settings are written straight. Reads of sessions,
-- credentials, grants and links are for the auth role.
SET LOCAL ROLE desk_owner;

REVOKE ALL ON ALL TABLES IN SCHEMA desk FROM PUBLIC, desk_app, desk_auth, desk_checks, desk_public;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA desk FROM PUBLIC, desk_app, desk_auth, desk_checks, desk_public;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC, desk_app, desk_auth, desk_checks, desk_public;

GRANT SELECT ON
  desk.clock_offset, desk.desk_setting, desk.holiday, desk.audit_event, desk.person, desk.person_role, desk.person_expertise,
  desk.interest_declaration, desk.collection, desk.page, desk.page_author, desk.source_statement, desk.page_elsewhere, desk.draft, desk.draft_save,
  desk.version, desk.version_contributor, desk.review_rules, desk.review_rules_need, desk.review_round, desk.round_need, desk.assignment,
  desk.interest_answer, desk.interest_ruling, desk.decision, desk.reaffirmation, desk.revocation, desk.comment, desk.comment_closing,
  desk.publication, desk.publication_approval, desk.due_brought_forward, desk.withdrawal, desk.withheld_block, desk.withheld_block_return,
  desk.notice, desk.notice_taken_down, desk.schedule, desk.checks_rules, desk.check_run, desk.finding, desk.settable_rule, desk.finding_set_aside,
  desk.reference_set, desk.reference_gene, desk.reference_protein, desk.reference_retraction, desk.reference_drug, desk.reference_maker,
  desk.alert, desk.mail, desk.job_run, desk.notification_setting, desk.page_standing, desk.page_overview
TO desk_app;
GRANT INSERT, UPDATE ON desk.notification_setting TO desk_app;

GRANT EXECUTE ON FUNCTION
  desk.clock(), desk.today(), desk.day_of(timestamptz), desk.previous_working_day(date), desk.content_hash(text), desk.audit_hash(desk.audit_event),
  desk.effective_due(uuid), desk.publication_line(uuid), desk.hidden_by_revocation(uuid, date), desk.withheld_block_ids(uuid),
  desk.invite_person(text, text, text, text, text, text, text, text[], text[]), desk.set_roles(text, uuid, text[], text[]), desk.deactivate_person(text, uuid, uuid),
  desk.declare_interests(text, boolean, text), desk.answer_interests(text, uuid, text, text), desk.rule_on_interests(text, uuid, boolean, text),
  desk.change_settings(text, text, text, text, text),
  desk.create_page(text, text, text, uuid, uuid, text), desk.import_page(text, text, text, text, jsonb, jsonb), desk.save_draft(text, uuid, text, integer, text),
  desk.rebase_draft(text, uuid, integer, text), desk.hand_over_page(text, uuid, uuid), desk.set_page_place(text, uuid, text, text, uuid), desk.set_collection(text, text, text, uuid),
  desk.add_author(text, uuid, uuid), desk.remove_author(text, uuid, uuid), desk.open_correction(text, uuid, text[], text), desk.drop_correction(text, uuid),
  desk.submit_version(text, uuid, text, integer, text, text[], text, text, boolean), desk.is_fully_approved(uuid), desk.version_state(uuid),
  desk.take_back(text, uuid), desk.open_rereview(text, uuid),
  desk.publish_blockers(uuid), desk.sign_blockers(uuid, text), desk.assign_blockers(uuid, text, uuid),
  desk.assign(text, uuid, text, uuid, date, date, uuid), desk.accept_assignment(text, uuid), desk.decline_assignment(text, uuid, text), desk.dismiss_assignment(text, uuid),
  desk.sign_decision(text, text, uuid, text, text, text, text, date, date), desk.reaffirm(text, text, uuid, text), desk.revoke_approval(text, text, uuid, text, text),
  desk.raise_comment(text, uuid, text, text, text, text), desk.close_comment(text, uuid, text), desk.set_aside_finding(text, uuid, text),
  desk.set_review_rules(text, text, integer, integer, integer, integer, integer, integer, jsonb, jsonb),
  desk.publish(text, uuid), desk.schedule_publication(text, text, uuid, text, timestamptz), desk.cancel_schedule(text, uuid), desk.due_schedules(), desk.publish_due(uuid),
  desk.withdraw(text, uuid, text, boolean, text), desk.reinstate(text, uuid, text), desk.withhold_block(text, uuid, text, text), desk.return_block(text, uuid, text),
  desk.put_up_notice(text, uuid, text, text), desk.take_down_notice(text, uuid, text), desk.bring_date_forward(text, uuid, date, text),
  desk.archive_page(text, uuid, text), desk.set_confidential_until(text, uuid, date),
  desk.due_reminders(), desk.raise_due_alerts(), desk.make_digests(), desk.claim_mails(integer), desk.finish_mail(uuid, text, text, text, text, text),
  desk.start_job(text), desk.finish_job(uuid, boolean, integer, integer, integer, text), desk.alert_health(), desk.mark_alert_seen(text, uuid)
TO desk_app;

-- Sessions, credentials and grants; it reads who people are, and brings in the operator's acts.
GRANT SELECT, INSERT, UPDATE, DELETE ON desk.session, desk.credential, desk.signing_grant, desk.sign_in_attempt TO desk_auth;
GRANT SELECT, UPDATE ON desk.invitation TO desk_auth;
GRANT SELECT ON desk.setup_token, desk.person, desk.person_role, desk.person_expertise, desk.desk_setting TO desk_auth;
GRANT EXECUTE ON FUNCTION desk.clock(), desk.today(), desk.operator_add_person(text, text, text, text, text, text, text[], text[]),
  desk.operator_deactivate_person(uuid, uuid), desk.record_invitation(text, uuid, text, text), desk.create_setup_token(text),
  desk.set_up_first_admin(text, text, text, text) TO desk_auth;

-- Runs of the checks and reference data.
GRANT SELECT ON desk.version, desk.page, desk.publication, desk.review_round, desk.checks_rules, desk.check_run, desk.finding TO desk_checks;
GRANT SELECT, INSERT, UPDATE, DELETE ON desk.reference_set, desk.reference_gene, desk.reference_protein, desk.reference_retraction,
  desk.reference_drug, desk.reference_maker TO desk_checks;
GRANT EXECUTE ON FUNCTION desk.clock(), desk.today(), desk.declare_checks_rules(text),
  desk.record_check_run(uuid, text, text, jsonb, jsonb, jsonb) TO desk_checks;

-- Readers.
GRANT SELECT ON desk.public_page, desk.public_version, desk.public_reviewer, desk.public_notice, desk.public_correction,
  desk.public_review_date, desk.public_desk TO desk_public;
GRANT EXECUTE ON FUNCTION desk.clock(), desk.today(), desk.day_of(timestamptz), desk.strip_blocks(text, text[]), desk.withheld_block_ids(uuid),
  desk.block_by_id(text, text), desk.publication_line(uuid), desk.hidden_by_revocation(uuid, date) TO desk_public;
