DROP TRIGGER judge_assessment ON crm.impact_assessments;
DROP TRIGGER judge_breach ON crm.data_breaches;
DROP FUNCTION crm.judge_protection();
ALTER TABLE crm.impact_assessments
    DROP CONSTRAINT impact_assessments_decider_known, DROP CONSTRAINT impact_assessments_author_known, DROP CONSTRAINT impact_assessments_texts_length;
ALTER TABLE crm.data_breaches
    DROP CONSTRAINT data_breaches_suspect_known, DROP CONSTRAINT data_breaches_branch_known, DROP CONSTRAINT data_breaches_closer_known,
    DROP CONSTRAINT data_breaches_author_known, DROP CONSTRAINT data_breaches_due_by_law, DROP CONSTRAINT data_breaches_kinds_known,
    DROP CONSTRAINT data_breaches_texts_length;
