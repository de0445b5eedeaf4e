DROP TRIGGER judge_segment ON crm.segments;
DROP FUNCTION crm.judge_segment();
DROP TRIGGER judge_version ON crm.segment_versions;
DROP FUNCTION crm.judge_segment_version();
DROP TRIGGER refuse_truncate ON crm.segment_versions;
DROP TRIGGER refuse_change ON crm.segment_changes;
DROP TRIGGER refuse_change ON crm.segment_refreshes;
DROP TRIGGER refuse_change ON crm.segment_versions;
DROP FUNCTION crm.refuse_segment_rewriting();
ALTER TABLE crm.segment_refreshes DROP CONSTRAINT segment_refreshes_counts;
ALTER TABLE crm.segment_changes DROP CONSTRAINT segment_changes_customer_known;
ALTER TABLE crm.segment_members DROP CONSTRAINT segment_members_customer_known, DROP CONSTRAINT segment_members_adder_known;
ALTER TABLE crm.segments
    DROP CONSTRAINT segments_author_known, DROP CONSTRAINT segments_editor_known, DROP CONSTRAINT segments_current_known, DROP CONSTRAINT segments_texts_length;
ALTER TABLE crm.segment_versions DROP CONSTRAINT segment_versions_author_known, DROP CONSTRAINT segment_versions_rule_shape;
