-- scaffold: leave out (the whole file)
-- The customer's page counts the tasks that were open already.
INSERT INTO crm.customer_facts AS f (customer_id, open_tasks)
SELECT customer_id, count(*)::integer FROM crm.tasks WHERE status = 'OPEN' GROUP BY customer_id
ON CONFLICT (customer_id) DO UPDATE SET open_tasks = excluded.open_tasks, updated_at = statement_timestamp();
