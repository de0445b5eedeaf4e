/* Generated from openapi.json by `npm run client`. Do not edit. */

export interface paths {
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demo
         * @description The demonstration's users with their passwords; absent anywhere else.
         */
        get: operations["demo_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Who is signed in, with permissions, scopes and preferences.
         */
        get: operations["me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Preferences
         * @description Choose language and theme.
         */
        patch: operations["me_preferences_update"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Set a new password and end the other sessions.
         */
        post: operations["me_password_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description Where I am signed in.
         */
        get: operations["sessions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description End one of my sessions.
         */
        delete: operations["sessions_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Other Sessions
         * @description End all my sessions but this one.
         */
        post: operations["sessions_end_others"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Branches
         * @description The branches that I may filter by.
         */
        get: operations["branches_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lookup Users
         * @description Colleagues by a part of their name.
         */
        get: operations["users_lookup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inbox
         * @description My notices, newest first.
         */
        get: operations["inbox_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Inbox Summary
         * @description How much is unread, and which kinds of notices I have.
         */
        get: operations["inbox_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark Inbox
         * @description Mark some or all of my notices as read or unread, archive them or take them back.
         */
        post: operations["inbox_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Inbox
         * @description Server-sent events: `inbox` whenever my inbox changed, `end` when my session is over. The id of an event is the mark of the inbox.
         */
        get: operations["inbox_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description Every service account with its keys.
         */
        get: operations["service_accounts_list"];
        put?: never;
        /**
         * Create Account
         * @description Add a program that may call the API, with its roles and branches.
         */
        post: operations["service_accounts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Operations
         * @description What a key can be made for.
         */
        get: operations["service_accounts_operations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account
         * @description One service account with its keys.
         */
        get: operations["service_accounts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Account
         * @description Rename, suspend or re-open a service account, or give it other roles and branches.
         */
        patch: operations["service_accounts_update"];
        trace?: never;
    };
    "/api/v1/service-accounts/{account_id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Key
         * @description Make a key; the answer is the only place where it is ever shown.
         */
        post: operations["service_account_keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{account_id}/keys/{key_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke Key
         * @description End a key; its next request is refused.
         */
        post: operations["service_account_keys_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description The trail, newest first, by any combination of filters; opening it is itself recorded.
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facets
         * @description The values that the explorer filters by.
         */
        get: operations["audit_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/{audit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Audit
         * @description One record in full, with its neighbours of the same request.
         */
        get: operations["audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Summary
         * @description How many timers and jobs wait, run, are late or were given up, and which workers are there.
         */
        get: operations["operations_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Timers
         * @description Timers by the moment when they are due: the next ones first while they wait, else the latest first.
         */
        get: operations["operations_timers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/timers/{timer_id}/fire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fire Timer
         * @description Let a waiting timer fire within seconds, before it is due.
         */
        post: operations["operations_timer_fire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/timers/{timer_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Timer
         * @description Let a timer never fire.
         */
        post: operations["operations_timer_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description Background jobs, the newest first, without what they are about: a job's arguments may hold personal data.
         */
        get: operations["operations_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Letters
         * @description Jobs and timers that were given up after their last try, the latest first.
         */
        get: operations["operations_dead_letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters/{letter_id}/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rerun Letter
         * @description Try what was given up again; asking twice does it once.
         */
        post: operations["operations_dead_letter_rerun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters/{letter_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard Letter
         * @description Take what was given up off the list without trying it again.
         */
        post: operations["operations_dead_letter_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Calendars
         * @description Calendars by key.
         */
        get: operations["calendars_list"];
        put?: never;
        /**
         * Create Calendar
         * @description Start a calendar as a copy of another.
         */
        post: operations["calendars_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Calendar
         * @description A calendar with its draft, the version in force, and the holidays proposed for a year.
         */
        get: operations["calendars_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Draft
         * @description Save the draft, whole.
         */
        put: operations["calendars_save_draft"];
        post?: never;
        /**
         * Discard Draft
         * @description Go back to the version in force.
         */
        delete: operations["calendars_discard_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Put the draft in force.
         */
        post: operations["calendars_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Make an older version the draft.
         */
        post: operations["calendars_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Take a calendar that nothing names out of use.
         */
        post: operations["calendars_archive"];
        /**
         * Unarchive
         * @description Bring an archived calendar back.
         */
        delete: operations["calendars_unarchive"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description Approved versions, newest first.
         */
        get: operations["calendars_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Version
         * @description One approved version, whole.
         */
        get: operations["calendars_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Diff
         * @description What differs between two versions.
         */
        get: operations["calendars_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{key}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description When working time from an instant is over, and why.
         */
        post: operations["calendars_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Workflows
         * @description All workflows with the version in force and the number of running items.
         */
        get: operations["workflows_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Workflow
         * @description One workflow: its draft with problems, what is in force, and what a definition may name.
         */
        get: operations["workflows_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save Draft
         * @description Keep the draft, with whatever is still wrong with it.
         */
        put: operations["workflows_save_draft"];
        post?: never;
        /**
         * Discard Draft
         * @description Throw the draft away and go back to what is in force.
         */
        delete: operations["workflows_discard_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Workflow
         * @description What is wrong with a content, without keeping it.
         */
        post: operations["workflows_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Workflow
         * @description Put the draft in force; running items stay on their version.
         */
        post: operations["workflows_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description The published versions, newest first.
         */
        get: operations["workflows_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Version
         * @description One version with its content.
         */
        get: operations["workflows_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Diff Workflow
         * @description What differs between two versions; `draft` and `shipped` stand for what is being edited and what came with the product.
         */
        get: operations["workflows_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Version
         * @description Make an old version the draft.
         */
        post: operations["workflows_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Items
         * @description The items of a workflow, the latest to start first.
         */
        get: operations["workflows_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Item
         * @description One item: where it is, how it came there, what I may do next, and what will happen by itself.
         */
        get: operations["workflow_items_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-items/{item_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Item
         * @description Take a transition.
         */
        post: operations["workflow_items_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-items/{item_id}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll Back Item
         * @description Take the last step back, with the reason why.
         */
        post: operations["workflow_items_rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{key}/migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Migrate Items
         * @description Bring running items from one version to another; by default only say what that would do.
         */
        post: operations["workflows_migrate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-migrations/{migration_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Migration
         * @description How far a migration is.
         */
        get: operations["workflow_migrations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Find customers by name, phone or identifier within my reach; a submitted search is counted and recorded.
         */
        get: operations["customers_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recent
         * @description The customers that I opened last.
         */
        get: operations["customers_recent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update
         * @description Correct a customer's data.
         */
        patch: operations["customers_update"];
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal
         * @description Show one masked field for a minute.
         */
        post: operations["customers_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Change Request
         * @description Ask a data steward to change a customer's data.
         */
        post: operations["change_requests_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Change Requests
         * @description Requests for change, newest first.
         */
        get: operations["change_requests_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-requests/{change_request_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Accept a request and change the customer.
         */
        post: operations["change_requests_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-requests/{change_request_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description Turn a request down.
         */
        post: operations["change_requests_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/change-requests/{change_request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Take my own request back.
         */
        post: operations["change_requests_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/360": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Customer
         * @description Open a customer's page; this is always recorded.
         */
        get: operations["customer360_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Timeline
         * @description What happened to a customer, newest first.
         */
        get: operations["timeline_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/alerts/{code}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge
         * @description Hide an alert for me.
         */
        post: operations["alerts_acknowledge"];
        /**
         * Restore
         * @description Show an alert to me again.
         */
        delete: operations["alerts_restore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * DemoLogin
         * @description One person of the demonstration.
         */
        DemoLogin: {
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /** Role */
            role: string;
            /** Role Name */
            role_name: string;
            /** Branches */
            branches: string[];
            /** Password */
            password: string;
        };
        /**
         * DemoOut
         * @description Everybody whom the demonstration lets you play.
         */
        DemoOut: {
            /** Logins */
            logins: components["schemas"]["DemoLogin"][];
        };
        /**
         * Problem
         * @description RFC 9457 problem details.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Request Id */
            request_id: string;
            /** Errors */
            errors?: {
                [key: string]: string[];
            } | null;
            /** Retry After */
            retry_after?: number | null;
            /** Current */
            current?: {
                [key: string]: unknown;
            } | null;
            /** Problems */
            problems?: {
                [key: string]: unknown;
            }[] | null;
        };
        /**
         * ElevationOut
         * @description Customers stand open to me beyond my grants, until `ends_at`.
         */
        ElevationOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Tier */
            tier: number;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
        };
        /**
         * MeOut
         * @description Who is signed in, what they may do and where they start.
         */
        MeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /** Initials */
            initials: string;
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Home */
            home: string;
            /** Branches */
            branches: components["schemas"]["ScopeOut"][];
            /** Units */
            units: components["schemas"]["UnitOut"][];
            /**
             * Permissions
             * @description resource -> action -> reach (OWN, PORTFOLIO, BRANCH, ALL)
             */
            permissions: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            preferences: components["schemas"]["PreferencesOut"];
            session: components["schemas"]["SessionLimitsOut"];
            elevation: components["schemas"]["ElevationOut"] | null;
            /** Demo */
            demo: boolean;
            /**
             * Must
             * @description what the person has to do before anything else
             * @enum {string}
             */
            must: "" | "PASSWORD" | "SECOND_FACTOR";
            second_factor: components["schemas"]["SecondFactorOut"];
        };
        /** PreferencesOut */
        PreferencesOut: {
            /**
             * Language
             * @enum {string}
             */
            language: "id" | "en";
            /**
             * Theme
             * @enum {string}
             */
            theme: "system" | "light" | "dark";
        };
        /** RoleOut */
        RoleOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /** ScopeOut */
        ScopeOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Scope Type
             * @enum {string}
             */
            scope_type: "BRANCH" | "UNIT";
            /** Active To */
            active_to: string | null;
        };
        /**
         * SecondFactorOut
         * @description Whether the person's role asks for a second step at sign-in, and whether one is set up.
         */
        SecondFactorOut: {
            /** Required */
            required: boolean;
            /** Set Up */
            set_up: boolean;
        };
        /**
         * SessionLimitsOut
         * @description When the session ends: after so many idle seconds, and at the latest at `expires_at`.
         */
        SessionLimitsOut: {
            /** Idle Seconds */
            idle_seconds: number;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /** UnitOut */
        UnitOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** PreferencesIn */
        PreferencesIn: {
            /** Language */
            language?: ("id" | "en") | null;
            /** Theme */
            theme?: ("system" | "light" | "dark") | null;
        };
        /** PasswordIn */
        PasswordIn: {
            /** Current Password */
            current_password: string;
            /** New Password */
            new_password: string;
        };
        /** SessionOut */
        SessionOut: {
            /** Id */
            id: number;
            /** Current */
            current: boolean;
            /**
             * By
             * @description how the person signed in: password, totp, webauthn, recovery_codes, sso
             */
            by: string[];
            /** Ip */
            ip: string;
            /** User Agent */
            user_agent: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
        };
        /** SessionsOut */
        SessionsOut: {
            /** Items */
            items: components["schemas"]["SessionOut"][];
        };
        /** BranchOut */
        BranchOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** City */
            city: string;
        };
        /** BranchesOut */
        BranchesOut: {
            /** Items */
            items: components["schemas"]["BranchOut"][];
        };
        /** PeopleOut */
        PeopleOut: {
            /** Items */
            items: components["schemas"]["PersonOut"][];
        };
        /** PersonOut */
        PersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * InboxQuery
         * @description Which of my notices.
         */
        InboxQuery: {
            /**
             * Box
             * @default inbox
             * @enum {string}
             */
            box: "inbox" | "archived";
            /**
             * Unread
             * @default false
             */
            unread: boolean;
            /** Kind */
            kind?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** InboxOut */
        InboxOut: {
            /** Items */
            items: components["schemas"]["NoticeOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * NoticeOut
         * @description One notice in my language; without `address` its subject has no page, or is not mine to see.
         */
        NoticeOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Body */
            body: string;
            /** Subject Type */
            subject_type: string;
            /** Subject Name */
            subject_name: string | null;
            /** Subject Label */
            subject_label: string | null;
            /** Address */
            address: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Read At */
            read_at: string | null;
            /** Archived At */
            archived_at: string | null;
        };
        /** InboxKindOut */
        InboxKindOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Unread */
            unread: number;
        };
        /**
         * InboxSummaryOut
         * @description The badge, the kinds to filter by, and a `mark` that changes with every change of the inbox.
         */
        InboxSummaryOut: {
            unread: components["schemas"]["UnreadOut"];
            /** Mark */
            mark: string;
            /** Kinds */
            kinds: components["schemas"]["InboxKindOut"][];
        };
        /**
         * UnreadOut
         * @description How many are unread; a `capped` count is a lower bound.
         */
        UnreadOut: {
            /** Count */
            count: number;
            /** Capped */
            capped: boolean;
        };
        /**
         * InboxMarkedOut
         * @description How many changed; `marked_at` is what undoing them asks for.
         */
        InboxMarkedOut: {
            /** Changed */
            changed: number;
            /** Marked At */
            marked_at: string | null;
            unread: components["schemas"]["UnreadOut"];
        };
        /**
         * InboxMarkIn
         * @description Mark the named notices, or, without `ids`, all that match `kind` and `unread`.
         *
         *     `marked_at` with UNREAD or RESTORE takes back one earlier mark and nothing else.
         */
        InboxMarkIn: {
            /**
             * Mark
             * @enum {string}
             */
            mark: "READ" | "UNREAD" | "ARCHIVE" | "RESTORE";
            /** Ids */
            ids?: string[] | null;
            /** Kind */
            kind?: string | null;
            /**
             * Unread
             * @default false
             */
            unread: boolean;
            /** Marked At */
            marked_at?: string | null;
        };
        /** AccountCanOut */
        AccountCanOut: {
            /** Update */
            update: boolean;
            /** Create Key */
            create_key: boolean;
        };
        /** KeyCanOut */
        KeyCanOut: {
            /** Revoke */
            revoke: boolean;
        };
        /** MakerOut */
        MakerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * ServiceAccountOut
         * @description A program of the organisation with its rights and keys.
         */
        ServiceAccountOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Name */
            name: string;
            /** Purpose */
            purpose: string;
            /**
             * Status
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED";
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Branches */
            branches: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["MakerOut"];
            /** Keys */
            keys: components["schemas"]["ServiceKeyOut"][];
            can: components["schemas"]["AccountCanOut"];
        };
        /** ServiceAccountsOut */
        ServiceAccountsOut: {
            /** Items */
            items: components["schemas"]["ServiceAccountOut"][];
        };
        /**
         * ServiceKeyOut
         * @description A key as it can be shown: never the key itself.
         */
        ServiceKeyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Prefix */
            prefix: string;
            /**
             * State
             * @enum {string}
             */
            state: "ACTIVE" | "EXPIRED" | "REVOKED";
            /** Operations */
            operations: string[];
            /** Per Minute */
            per_minute: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            created_by: components["schemas"]["MakerOut"];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Last Used Ip */
            last_used_ip: string | null;
            /** Revoked At */
            revoked_at: string | null;
            can: components["schemas"]["KeyCanOut"];
        };
        /** ServiceAccountIn */
        ServiceAccountIn: {
            /** Username */
            username: string;
            /** Name */
            name: string;
            /** Purpose */
            purpose: string;
            /** Roles */
            roles: string[];
            /**
             * Branches
             * @default []
             */
            branches: string[];
        };
        /** KeyOperationOut */
        KeyOperationOut: {
            /** Operation Id */
            operation_id: string;
            /** Method */
            method: string;
            /** Path */
            path: string;
            /** Resource */
            resource: string;
            /** Description */
            description: string;
        };
        /**
         * KeyOperationsOut
         * @description What a key can be made for, and how long a key may live.
         */
        KeyOperationsOut: {
            /** Items */
            items: components["schemas"]["KeyOperationOut"][];
            /** Longest Days */
            longest_days: number;
        };
        /** ServiceAccountUpdateIn */
        ServiceAccountUpdateIn: {
            /** Name */
            name?: string | null;
            /** Purpose */
            purpose?: string | null;
            /** Active */
            active?: boolean | null;
            /** Roles */
            roles?: string[] | null;
            /** Branches */
            branches?: string[] | null;
        };
        /**
         * NewServiceKeyOut
         * @description The key, told this once, and the account that it belongs to.
         */
        NewServiceKeyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            account: components["schemas"]["ServiceAccountOut"];
        };
        /** ServiceKeyIn */
        ServiceKeyIn: {
            /** Name */
            name: string;
            /** Operations */
            operations: string[];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Per Minute
             * @default 60
             */
            per_minute: number;
        };
        /**
         * AuditQuery
         * @description Filters of the explorer; `action` may be given several times.
         */
        AuditQuery: {
            /** Action */
            action?: string[];
            /** Actor */
            actor?: string | null;
            /** Object Type */
            object_type?: string | null;
            /** Object Id */
            object_id?: string | null;
            /** Customer Id */
            customer_id?: string | null;
            /** Branch */
            branch?: string | null;
            /** Outcome */
            outcome?: ("ALLOWED" | "DENIED" | "FAILED") | null;
            /** Request Id */
            request_id?: string | null;
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** AuditActorOut */
        AuditActorOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * AuditOut
         * @description One record; `meta` holds masked or hashed values only.
         */
        AuditOut: {
            /**
             * Audit Id
             * Format: uuid
             */
            audit_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Action */
            action: string;
            /** Action Label */
            action_label: string;
            /** Object Type */
            object_type: string;
            /** Object Id */
            object_id: string;
            /** Object Label */
            object_label: string | null;
            /** Customer Id */
            customer_id: string | null;
            /** Customer Label */
            customer_label: string | null;
            /** Branch Code */
            branch_code: string | null;
            actor: components["schemas"]["AuditActorOut"] | null;
            /** Actor Role Key */
            actor_role_key: string | null;
            /** Actor Role */
            actor_role: string | null;
            /** Ip Address */
            ip_address: string | null;
            /** User Agent */
            user_agent: string | null;
            /** Request Id */
            request_id: string | null;
            /** Elevation Id */
            elevation_id: string | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "ALLOWED" | "DENIED" | "FAILED";
            /** Meta */
            meta: {
                [key: string]: unknown;
            };
            /** Sealed */
            sealed: boolean;
        };
        /** AuditPageOut */
        AuditPageOut: {
            /** Items */
            items: components["schemas"]["AuditOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AuditFacetsOut
         * @description What can be filtered by.
         */
        AuditFacetsOut: {
            /** Actions */
            actions: components["schemas"]["FacetOut"][];
            /** Object Types */
            object_types: string[];
            /** Outcomes */
            outcomes: string[];
        };
        /** FacetOut */
        FacetOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /** AuditRecordOut */
        AuditRecordOut: {
            record: components["schemas"]["AuditOut"];
            seal: components["schemas"]["AuditSealOut"] | null;
            /** Same Request */
            same_request: components["schemas"]["AuditOut"][];
        };
        /**
         * AuditSealOut
         * @description The signed block that covers a record: whoever changes the record afterwards is found out.
         */
        AuditSealOut: {
            /** Number */
            number: number;
            /**
             * Sealed At
             * Format: date-time
             */
            sealed_at: string;
            /** Rows */
            rows: number;
            /** Key Id */
            key_id: string;
            /** Root */
            root: string;
        };
        /**
         * CountOut
         * @description How many; a `capped` count is a lower bound.
         */
        CountOut: {
            /** Count */
            count: number;
            /** Capped */
            capped: boolean;
        };
        /**
         * JobsSummaryOut
         * @description `done` are of the last day.
         */
        JobsSummaryOut: {
            waiting: components["schemas"]["CountOut"];
            scheduled: components["schemas"]["CountOut"];
            running: components["schemas"]["CountOut"];
            retrying: components["schemas"]["CountOut"];
            failed: components["schemas"]["CountOut"];
            done: components["schemas"]["CountOut"];
            /** Oldest Waiting At */
            oldest_waiting_at: string | null;
        };
        /**
         * OperationsSummaryOut
         * @description How the installation works at this moment, and what its lists filter by.
         */
        OperationsSummaryOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            timers: components["schemas"]["TimersSummaryOut"];
            jobs: components["schemas"]["JobsSummaryOut"];
            /** Workers */
            workers: components["schemas"]["WorkerOut"][];
            /** Processes */
            processes: components["schemas"]["ProcessOut"][];
            sealing: components["schemas"]["SealingOut"];
            dead_letters: components["schemas"]["CountOut"];
            /** Timer Kinds */
            timer_kinds: string[];
            /** Queues */
            queues: string[];
            /** Tasks */
            tasks: string[];
        };
        /**
         * ProcessOut
         * @description One process of the product. One that is not `alive` has been silent for half a minute; after an hour it is forgotten.
         */
        ProcessOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "web" | "worker" | "sealer";
            /** Host */
            host: string;
            /** Pid */
            pid: number;
            /** Version */
            version: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Alive */
            alive: boolean;
        };
        /**
         * SealingOut
         * @description How far the sealer of the audit trail is behind: rows without a seal, and the age of the oldest in seconds.
         */
        SealingOut: {
            unsealed: components["schemas"]["CountOut"];
            /** Lag Seconds */
            lag_seconds: number;
            /** Seal */
            seal: number | null;
            /** Sealed At */
            sealed_at: string | null;
        };
        /**
         * TimersSummaryOut
         * @description `late` should have fired a minute ago; `fired` are of the last day.
         */
        TimersSummaryOut: {
            waiting: components["schemas"]["CountOut"];
            late: components["schemas"]["CountOut"];
            retrying: components["schemas"]["CountOut"];
            failed: components["schemas"]["CountOut"];
            fired: components["schemas"]["CountOut"];
            /** Next Due At */
            next_due_at: string | null;
        };
        /** WorkerOut */
        WorkerOut: {
            /** Id */
            id: string;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Alive */
            alive: boolean;
            /** Running */
            running: number;
        };
        /**
         * TimersQuery
         * @description Filters; `late` are timers that should have fired a minute ago, `from` and `to` span the moments when they are due.
         */
        TimersQuery: {
            /** Status */
            status?: ("PENDING" | "FIRED" | "CANCELLED" | "FAILED") | null;
            /** Kind */
            kind?: string | null;
            /** Subject Type */
            subject_type?: string | null;
            /** Subject Id */
            subject_id?: string | null;
            /**
             * Late
             * @default false
             */
            late: boolean;
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** TimerCanOut */
        TimerCanOut: {
            /** Fire */
            fire: boolean;
            /** Cancel */
            cancel: boolean;
            /** Rerun */
            rerun: boolean;
        };
        /**
         * TimerOut
         * @description One timer. `run_at` is its next try; `reason` says in the program's words why the last one failed.
         */
        TimerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
            /** Branch Code */
            branch_code: string | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Run At
             * Format: date-time
             */
            run_at: string;
            /** Fired At */
            fired_at: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "PENDING" | "FIRED" | "CANCELLED" | "FAILED";
            /** Late */
            late: boolean;
            /** Attempts */
            attempts: number;
            /** Reason */
            reason: string | null;
            /** Calendar */
            calendar: string | null;
            /** Working Seconds */
            working_seconds: number | null;
            can: components["schemas"]["TimerCanOut"];
        };
        /** TimersOut */
        TimersOut: {
            /** Items */
            items: components["schemas"]["TimerOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * OperationReasonIn
         * @description Why an operator acts; it stands in the trail.
         */
        OperationReasonIn: {
            /** Reason */
            reason: string;
        };
        /** JobsQuery */
        JobsQuery: {
            /** State */
            state?: ("WAITING" | "SCHEDULED" | "RUNNING" | "FAILED" | "DONE" | "CANCELLED") | null;
            /** Queue */
            queue?: string | null;
            /** Task */
            task?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * JobCanOut
         * @description `discard` takes it off the list of dead letters without trying it again.
         */
        JobCanOut: {
            /** Rerun */
            rerun: boolean;
            /** Discard */
            discard: boolean;
        };
        /**
         * JobOut
         * @description One job without its arguments, which may hold personal data. `seconds` is its age.
         */
        JobOut: {
            /** Id */
            id: string;
            /** Queue */
            queue: string;
            /** Task */
            task: string;
            /**
             * State
             * @enum {string}
             */
            state: "WAITING" | "SCHEDULED" | "RUNNING" | "FAILED" | "DONE" | "CANCELLED";
            /** Attempts */
            attempts: number;
            /** Created At */
            created_at: string | null;
            /** Changed At */
            changed_at: string | null;
            /** Scheduled At */
            scheduled_at: string | null;
            /** Seconds */
            seconds: number | null;
            /** Reason */
            reason: string | null;
            can: components["schemas"]["JobCanOut"];
        };
        /** JobsOut */
        JobsOut: {
            /** Items */
            items: components["schemas"]["JobOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * DeadLetterOut
         * @description Work that was given up. `id` is `timer:<id>` or `job:<number>`; a job's subject is not told.
         *
         *     A job without a `reason` lost its worker each time that it ran.
         */
        DeadLetterOut: {
            /** Id */
            id: string;
            /**
             * Source
             * @enum {string}
             */
            source: "TIMER" | "JOB";
            /** Name */
            name: string;
            /** Subject Type */
            subject_type: string | null;
            /** Subject Id */
            subject_id: string | null;
            /** Attempts */
            attempts: number;
            /** Failed At */
            failed_at: string | null;
            /** Due At */
            due_at: string | null;
            /** Reason */
            reason: string | null;
            /** State */
            state: string;
            can: components["schemas"]["JobCanOut"];
        };
        /** DeadLettersOut */
        DeadLettersOut: {
            /** Items */
            items: components["schemas"]["DeadLetterOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** CalendarCanOut */
        CalendarCanOut: {
            /** Edit */
            edit: boolean;
            /** Approve */
            approve: boolean;
            /** Archive */
            archive: boolean;
        };
        /** CalendarInForceOut */
        CalendarInForceOut: {
            /** Number */
            number: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["CalendarPersonOut"];
        };
        /** CalendarIntervalOut */
        CalendarIntervalOut: {
            /** Opens */
            opens: string;
            /** Closes */
            closes: string;
        };
        /**
         * CalendarPendingOut
         * @description How many proposals of a year nobody decided about.
         */
        CalendarPendingOut: {
            /** Year */
            year: number;
            /** Count */
            count: number;
        };
        /** CalendarPersonOut */
        CalendarPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * CalendarRowOut
         * @description A calendar in the list; week and zone are those in force, or of the draft when none is.
         */
        CalendarRowOut: {
            /** Key */
            key: string;
            title: components["schemas"]["CalendarTextOut"];
            /** Zone */
            zone: string;
            /** Shipped */
            shipped: boolean;
            /** Archived At */
            archived_at: string | null;
            published: components["schemas"]["CalendarInForceOut"] | null;
            /** Has Draft */
            has_draft: boolean;
            /** Weekly */
            weekly: components["schemas"]["CalendarIntervalOut"][][];
            /** Week Seconds */
            week_seconds: number;
            /** Pending */
            pending: components["schemas"]["CalendarPendingOut"][];
            can: components["schemas"]["CalendarCanOut"];
        };
        /** CalendarTextOut */
        CalendarTextOut: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** CalendarsOut */
        CalendarsOut: {
            /** Items */
            items: components["schemas"]["CalendarRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** CalendarContentOut */
        CalendarContentOut: {
            title: components["schemas"]["CalendarTextOut"];
            /** Zone */
            zone: string;
            /** Region */
            region: "ID" | null;
            /** Weekly */
            weekly: components["schemas"]["CalendarIntervalOut"][][];
            /** Joint Leave Works */
            joint_leave_works: boolean;
            /** Days */
            days: components["schemas"]["CalendarDayOut"][];
        };
        /** CalendarDayOut */
        CalendarDayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "HOLIDAY" | "JOINT_LEAVE" | "SPECIAL";
            /**
             * Decision
             * @enum {string}
             */
            decision: "APPROVED" | "REJECTED";
            name: components["schemas"]["CalendarTextOut"];
            /** Works */
            works: boolean | null;
            /** Intervals */
            intervals: components["schemas"]["CalendarIntervalOut"][] | null;
            /** Proposed */
            proposed: boolean;
            /** Estimated */
            estimated: boolean;
        };
        /**
         * CalendarDraftOut
         * @description What an editor starts from: the draft, or the version in force when there is none. `changed` says which.
         */
        CalendarDraftOut: {
            content: components["schemas"]["CalendarContentOut"];
            /** Version */
            version: number;
            /** Changed */
            changed: boolean;
            /** Updated At */
            updated_at: string | null;
            updated_by: components["schemas"]["CalendarPersonOut"] | null;
        };
        /**
         * CalendarHolidayOut
         * @description A day that the library proposes. An estimated one may still move by a day.
         */
        CalendarHolidayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "HOLIDAY" | "JOINT_LEAVE";
            name: components["schemas"]["CalendarTextOut"];
            /** Estimated */
            estimated: boolean;
        };
        /**
         * CalendarOut
         * @description A calendar with its draft, the version in force, and what the library knows of the asked year.
         */
        CalendarOut: {
            /** Key */
            key: string;
            title: components["schemas"]["CalendarTextOut"];
            /** Shipped */
            shipped: boolean;
            /** Archived At */
            archived_at: string | null;
            draft: components["schemas"]["CalendarDraftOut"];
            published: components["schemas"]["CalendarVersionOut"] | null;
            /** Year */
            year: number;
            /** Holidays */
            holidays: components["schemas"]["CalendarHolidayOut"][];
            /** Pending */
            pending: components["schemas"]["CalendarPendingOut"][];
            /** Uses */
            uses: components["schemas"]["CalendarUseOut"][];
            can: components["schemas"]["CalendarCanOut"];
        };
        /** CalendarUseOut */
        CalendarUseOut: {
            /** Kind */
            kind: string;
            /** Name */
            name: string;
        };
        /** CalendarVersionOut */
        CalendarVersionOut: {
            /** Number */
            number: number;
            content: components["schemas"]["CalendarContentOut"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["CalendarPersonOut"];
            /** Note */
            note: string;
        };
        /** CalendarCreateIn */
        CalendarCreateIn: {
            /** Key */
            key: string;
            title: components["schemas"]["CalendarTitleIn"];
            /** Copy Of */
            copy_of: string;
        };
        /**
         * CalendarTitleIn
         * @description A title; one language may be left empty and is then the other's.
         */
        CalendarTitleIn: {
            /**
             * Id
             * @default
             */
            id: string;
            /**
             * En
             * @default
             */
            en: string;
        };
        /** CalendarContentIn */
        CalendarContentIn: {
            title: components["schemas"]["CalendarTitleIn"];
            /** Zone */
            zone: string;
            /** Region */
            region?: "ID" | null;
            /**
             * Weekly
             * @description Monday to Sunday
             */
            weekly: components["schemas"]["CalendarIntervalIn"][][];
            /**
             * Joint Leave Works
             * @default true
             */
            joint_leave_works: boolean;
            /**
             * Days
             * @default []
             */
            days: components["schemas"]["CalendarDayIn"][];
        };
        /**
         * CalendarDayIn
         * @description A day that differs from the week. `works` is of joint leave; null follows the calendar's flag.
         */
        CalendarDayIn: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "HOLIDAY" | "JOINT_LEAVE" | "SPECIAL";
            /**
             * Decision
             * @default APPROVED
             * @enum {string}
             */
            decision: "APPROVED" | "REJECTED";
            name: components["schemas"]["CalendarDayNameIn"];
            /** Works */
            works?: boolean | null;
            /** Intervals */
            intervals?: components["schemas"]["CalendarIntervalIn"][] | null;
            /**
             * Proposed
             * @default false
             */
            proposed: boolean;
            /**
             * Estimated
             * @default false
             */
            estimated: boolean;
        };
        /** CalendarDayNameIn */
        CalendarDayNameIn: {
            /**
             * Id
             * @default
             */
            id: string;
            /**
             * En
             * @default
             */
            en: string;
        };
        /**
         * CalendarDraftIn
         * @description The draft, whole, and the version that it was made from.
         */
        CalendarDraftIn: {
            content: components["schemas"]["CalendarContentIn"];
            /** Version */
            version: number;
        };
        /**
         * CalendarIntervalIn
         * @description From `opens` up to `closes`; 24:00 is the end of the day.
         */
        CalendarIntervalIn: {
            /** Opens */
            opens: string;
            /** Closes */
            closes: string;
        };
        /** CalendarApproveIn */
        CalendarApproveIn: {
            /** Version */
            version: number;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CalendarRestoreIn */
        CalendarRestoreIn: {
            /** Number */
            number: number;
            /** Version */
            version: number;
        };
        /**
         * CalendarVersionRowOut
         * @description An approved version; `changes` counts the places in which it differs from the one before.
         */
        CalendarVersionRowOut: {
            /** Number */
            number: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["CalendarPersonOut"];
            /** Note */
            note: string;
            /** Changes */
            changes: number;
        };
        /** CalendarVersionsOut */
        CalendarVersionsOut: {
            /** Items */
            items: components["schemas"]["CalendarVersionRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** CalendarChangeOut */
        CalendarChangeOut: {
            /** Path */
            path: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "added" | "removed" | "changed";
            /** Before */
            before: unknown;
            /** After */
            after: unknown;
            /** Sentence */
            sentence: string;
        };
        /** CalendarDiffOut */
        CalendarDiffOut: {
            /** Items */
            items: components["schemas"]["CalendarChangeOut"][];
        };
        /** CalendarCheckOut */
        CalendarCheckOut: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Zone */
            zone: string;
            /** Steps */
            steps: components["schemas"]["CalendarStepOut"][];
        };
        /**
         * CalendarStepOut
         * @description One day, a run of days off, or a month. `counted` and `total` are seconds, or days when days were asked for.
         */
        CalendarStepOut: {
            /**
             * First On
             * Format: date
             */
            first_on: string;
            /**
             * Last On
             * Format: date
             */
            last_on: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "WORKED" | "SPECIAL" | "DAY_OFF" | "HOLIDAY" | "JOINT_LEAVE" | "MONTH";
            /** Names */
            names: string[];
            /** Stretches */
            stretches: components["schemas"]["CalendarStretchOut"][];
            /** Working Days */
            working_days: number;
            /** Counted */
            counted: number;
            /** Total */
            total: number;
        };
        /** CalendarStretchOut */
        CalendarStretchOut: {
            /**
             * Opens At
             * Format: date-time
             */
            opens_at: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
        };
        /**
         * CalendarCheckIn
         * @description Working seconds or working days from `start`, in the version in force, in the draft, or in a content not yet saved.
         */
        CalendarCheckIn: {
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Working Seconds */
            working_seconds?: number | null;
            /** Working Days */
            working_days?: number | null;
            /**
             * Version
             * @default published
             * @enum {string}
             */
            version: "published" | "draft";
            content?: components["schemas"]["CalendarContentIn"] | null;
        };
        /** WorkflowCanOut */
        WorkflowCanOut: {
            /** Edit */
            edit: boolean;
            /** Publish */
            publish: boolean;
        };
        /**
         * WorkflowOut
         * @description A workflow in the list.
         */
        WorkflowOut: {
            /** Key */
            key: string;
            title: components["schemas"]["WorkflowWordsOut"];
            /** Subject */
            subject: string;
            /** Subject Name */
            subject_name: string;
            published: components["schemas"]["WorkflowVersionOut"] | null;
            /** Draft Changed */
            draft_changed: boolean;
            /** Running */
            running: number;
            can: components["schemas"]["WorkflowCanOut"];
        };
        /** WorkflowPersonOut */
        WorkflowPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * WorkflowVersionOut
         * @description A published version. SHIPPED ones came with the product.
         */
        WorkflowVersionOut: {
            /** Number */
            number: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["WorkflowPersonOut"];
            /** Note */
            note: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "SHIPPED" | "EDITED";
        };
        /** WorkflowWordsOut */
        WorkflowWordsOut: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** WorkflowsOut */
        WorkflowsOut: {
            /** Items */
            items: components["schemas"]["WorkflowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * WorkflowActionOut
         * @description An action for effects and timers; only `undoable` ones stand on transitions that may be rolled back.
         */
        WorkflowActionOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Undoable */
            undoable: boolean;
            /** Parameters */
            parameters: components["schemas"]["WorkflowParameterOut"][];
        };
        WorkflowAfter: {
            [key: string]: unknown;
        };
        WorkflowBy: {
            [key: string]: unknown;
        };
        /**
         * WorkflowCountsOut
         * @description Items that have not ended.
         */
        WorkflowCountsOut: {
            /** Running */
            running: number;
            /** Versions */
            versions: components["schemas"]["WorkflowRunningVersionOut"][];
        };
        /** WorkflowDetailOut */
        WorkflowDetailOut: {
            /** Key */
            key: string;
            title: components["schemas"]["WorkflowWordsOut"];
            /** Subject */
            subject: string;
            /** Subject Name */
            subject_name: string;
            draft: components["schemas"]["WorkflowDraftOut"];
            published: components["schemas"]["WorkflowVersionContentOut"] | null;
            shipped: components["schemas"]["WorkflowShippedOut"] | null;
            vocabulary: components["schemas"]["WorkflowVocabularyOut"];
            counts: components["schemas"]["WorkflowCountsOut"];
            can: components["schemas"]["WorkflowCanOut"];
        };
        /**
         * WorkflowDraftOut
         * @description What is being edited; `changed` says whether it differs from what is in force.
         */
        WorkflowDraftOut: {
            /**
             * Definition
             * @description A whole workflow over one kind of subject.
             */
            content: {
                /** Key */
                key: string;
                title: components["schemas"]["WorkflowWords"];
                /** Subject */
                subject: string;
                /** States */
                states: components["schemas"]["WorkflowState"][];
                /** Transitions */
                transitions: components["schemas"]["WorkflowTransition"][];
            };
            /** Version */
            version: number;
            /** Changed */
            changed: boolean;
            /** Problems */
            problems: components["schemas"]["WorkflowProblemOut"][];
            /** Saved At */
            saved_at: string | null;
            saved_by: components["schemas"]["WorkflowPersonOut"] | null;
        };
        /**
         * Effect
         * @description A registered action with its parameters.
         */
        WorkflowEffect: {
            /** Action */
            action: string;
            /** Values */
            values?: {
                [key: string]: unknown;
            };
        };
        /**
         * WorkflowFieldOut
         * @description A field that guards may ask about, with the operators of rules that fit it.
         */
        WorkflowFieldOut: {
            /** Key */
            key: string;
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "integer" | "money" | "boolean" | "date" | "timestamp" | "choice" | "uuid" | "text_set";
            /** Label */
            label: string;
            /** Choices */
            choices: components["schemas"]["WorkflowNamedOut"][];
            /** Operators */
            operators: components["schemas"]["WorkflowNamedOut"][];
        };
        WorkflowGuard: {
            [key: string]: unknown;
        };
        /** WorkflowLimitsOut */
        WorkflowLimitsOut: {
            /** States */
            states: number;
            /** Transitions */
            transitions: number;
            /** Timers */
            timers: number;
            /** Guard */
            guard: number;
        };
        /** WorkflowNamedOut */
        WorkflowNamedOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * WorkflowNeedsOut
         * @description What the application relies on: states by kind, transitions, and whether other ends are unknown to it.
         */
        WorkflowNeedsOut: {
            /** States */
            states: {
                [key: string]: string;
            };
            /** Transitions */
            transitions: string[];
            /** Ends */
            ends: boolean;
        };
        /** WorkflowParameterOut */
        WorkflowParameterOut: {
            /** Key */
            key: string;
            /**
             * Type
             * @enum {string}
             */
            type: "text" | "integer" | "boolean" | "choice";
            /** Label */
            label: string;
            /** Required */
            required: boolean;
            /** Max Length */
            max_length: number;
            /** Choices */
            choices: components["schemas"]["WorkflowNamedOut"][];
        };
        /**
         * Position
         * @description Where the editor draws a state, in its own units.
         */
        WorkflowPosition: {
            /** X */
            x: number;
            /** Y */
            y: number;
        };
        /**
         * WorkflowProblemOut
         * @description One thing that is wrong with a definition; `path` is the JSON pointer of the place.
         */
        WorkflowProblemOut: {
            /** Code */
            code: string;
            /** Path */
            path: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "error" | "warning";
            /** Message */
            message: string;
        };
        WorkflowRequired: {
            [key: string]: unknown;
        };
        /**
         * RollBack
         * @description Who may take a transition back.
         */
        WorkflowRollBack: {
            /** Roles */
            roles: string[];
            /**
             * Reach
             * @enum {string}
             */
            reach: "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
        };
        /** WorkflowRunningVersionOut */
        WorkflowRunningVersionOut: {
            /** Number */
            number: number;
            /** Running */
            running: number;
            /** States */
            states: {
                [key: string]: number;
            };
        };
        /**
         * WorkflowShippedOut
         * @description What came with the product; it `differs` from what is in force when that was edited here or a release brought news.
         *
         *     The content is there only then.
         */
        WorkflowShippedOut: {
            /** Differs */
            differs: boolean;
            /** Content */
            content: {
                /** Key */
                key: string;
                title: components["schemas"]["WorkflowWords"];
                /** Subject */
                subject: string;
                /** States */
                states: components["schemas"]["WorkflowState"][];
                /** Transitions */
                transitions: components["schemas"]["WorkflowTransition"][];
            } | null;
        };
        /**
         * State
         * @description A place in a workflow.
         */
        WorkflowState: {
            /** Key */
            key: string;
            title: components["schemas"]["WorkflowWords"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "start" | "task" | "gateway" | "end";
            /**
             * Lane
             * @enum {string}
             */
            lane: "customer" | "agent" | "supervisor" | "unit" | "compliance" | "system";
            position?: components["schemas"]["WorkflowPosition"] | null;
            /** Timers */
            timers?: components["schemas"]["WorkflowStateTimer"][];
        };
        /**
         * StateTimer
         * @description Something that happens by itself while an item rests in a state.
         */
        WorkflowStateTimer: {
            /** Key */
            key: string;
            after: components["schemas"]["WorkflowAfter"];
            then: components["schemas"]["WorkflowThen"];
        };
        WorkflowThen: {
            [key: string]: unknown;
        };
        /**
         * Transition
         * @description A way from some states to one.
         */
        WorkflowTransition: {
            /** Key */
            key: string;
            title: components["schemas"]["WorkflowWords"];
            /** Sources */
            sources: string[];
            /** To */
            to: string;
            by?: components["schemas"]["WorkflowBy"] | null;
            guard?: components["schemas"]["WorkflowGuard"] | null;
            /** Checks */
            checks?: string[];
            /** Required */
            required?: components["schemas"]["WorkflowRequired"][];
            /** Effects */
            effects?: components["schemas"]["WorkflowEffect"][];
            rollback?: components["schemas"]["WorkflowRollBack"] | null;
        };
        /** WorkflowVersionContentOut */
        WorkflowVersionContentOut: {
            /** Number */
            number: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["WorkflowPersonOut"];
            /** Note */
            note: string;
            /**
             * Origin
             * @enum {string}
             */
            origin: "SHIPPED" | "EDITED";
            /**
             * Definition
             * @description A whole workflow over one kind of subject.
             */
            content: {
                /** Key */
                key: string;
                title: components["schemas"]["WorkflowWords"];
                /** Subject */
                subject: string;
                /** States */
                states: components["schemas"]["WorkflowState"][];
                /** Transitions */
                transitions: components["schemas"]["WorkflowTransition"][];
            };
        };
        /**
         * WorkflowVocabularyOut
         * @description What a definition may name. `inputs` are what moves bring along; `required` names inputs or fields.
         */
        WorkflowVocabularyOut: {
            /** Roles */
            roles: components["schemas"]["WorkflowNamedOut"][];
            /** Reaches */
            reaches: components["schemas"]["WorkflowNamedOut"][];
            /** Lanes */
            lanes: components["schemas"]["WorkflowNamedOut"][];
            /** Fields */
            fields: components["schemas"]["WorkflowFieldOut"][];
            /** Inputs */
            inputs: components["schemas"]["WorkflowParameterOut"][];
            /** Actions */
            actions: components["schemas"]["WorkflowActionOut"][];
            /** Checks */
            checks: components["schemas"]["WorkflowNamedOut"][];
            /** Calendars */
            calendars: components["schemas"]["WorkflowNamedOut"][];
            needs: components["schemas"]["WorkflowNeedsOut"];
            limits: components["schemas"]["WorkflowLimitsOut"];
        };
        /**
         * Words
         * @description A name in both languages.
         */
        WorkflowWords: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** WorkflowDraftIn */
        WorkflowDraftIn: {
            /**
             * Definition
             * @description A whole workflow over one kind of subject.
             */
            content: {
                /** Key */
                key: string;
                title: components["schemas"]["WorkflowWords"];
                /** Subject */
                subject: string;
                /** States */
                states: components["schemas"]["WorkflowState"][];
                /** Transitions */
                transitions: components["schemas"]["WorkflowTransition"][];
            };
            /** Version */
            version: number;
        };
        /** WorkflowProblemsOut */
        WorkflowProblemsOut: {
            /** Problems */
            problems: components["schemas"]["WorkflowProblemOut"][];
        };
        /** WorkflowCheckIn */
        WorkflowCheckIn: {
            /**
             * Definition
             * @description A whole workflow over one kind of subject.
             */
            content: {
                /** Key */
                key: string;
                title: components["schemas"]["WorkflowWords"];
                /** Subject */
                subject: string;
                /** States */
                states: components["schemas"]["WorkflowState"][];
                /** Transitions */
                transitions: components["schemas"]["WorkflowTransition"][];
            };
        };
        /** WorkflowPublishIn */
        WorkflowPublishIn: {
            /** Version */
            version: number;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** WorkflowVersionsOut */
        WorkflowVersionsOut: {
            /** Items */
            items: components["schemas"]["WorkflowVersionOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * WorkflowChangeOut
         * @description One part that differs; in paths, states, transitions and timers stand by their keys.
         */
        WorkflowChangeOut: {
            /** Path */
            path: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "added" | "removed" | "changed";
            /** Before */
            before?: unknown;
            /** After */
            after?: unknown;
            /** Sentence */
            sentence: string;
        };
        /** WorkflowDiffOut */
        WorkflowDiffOut: {
            /** Items */
            items: components["schemas"]["WorkflowChangeOut"][];
        };
        /**
         * WorkflowRestoreIn
         * @description `number` is a version, or `shipped` for what came with the product.
         */
        WorkflowRestoreIn: {
            /** Number */
            number: number | "shipped";
            /** Version */
            version: number;
        };
        /**
         * WorkflowItemOut
         * @description An item in the list. `version` counts its moves; `subject_label` is absent where the subject is out of sight.
         */
        WorkflowItemOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Workflow */
            workflow: string;
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
            /** Subject Label */
            subject_label: string | null;
            /** Subject Address */
            subject_address: string | null;
            /** Branch Code */
            branch_code: string | null;
            /** State */
            state: string;
            /** State Title */
            state_title: string;
            /** Ended */
            ended: boolean;
            /** Definition Version */
            definition_version: number;
            /** Version */
            version: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
        };
        /** WorkflowItemsOut */
        WorkflowItemsOut: {
            /** Items */
            items: components["schemas"]["WorkflowItemOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * WorkflowItemDetailOut
         * @description An item with its history (newest first, at most 200 steps), what may be done next, and its timers.
         */
        WorkflowItemDetailOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Workflow */
            workflow: string;
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
            /** Subject Label */
            subject_label: string | null;
            /** Subject Address */
            subject_address: string | null;
            /** Branch Code */
            branch_code: string | null;
            /** State */
            state: string;
            /** State Title */
            state_title: string;
            /** Ended */
            ended: boolean;
            /** Definition Version */
            definition_version: number;
            /** Version */
            version: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
            /** Moves */
            moves: components["schemas"]["WorkflowPossibleOut"][];
            rollback: components["schemas"]["WorkflowRollBackOut"];
            /** Timers */
            timers: components["schemas"]["WorkflowItemTimerOut"][];
            /** History */
            history: components["schemas"]["WorkflowMoveOut"][];
        };
        /**
         * WorkflowItemTimerOut
         * @description What will happen to an item by itself.
         */
        WorkflowItemTimerOut: {
            /** Key */
            key: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "PENDING" | "FIRED" | "CANCELLED" | "FAILED";
        };
        /**
         * WorkflowMoveOut
         * @description One step of an item's history; `undone` when it was rolled back.
         */
        WorkflowMoveOut: {
            /** Seq */
            seq: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "START" | "MOVE" | "TIMER" | "ROLLBACK" | "MIGRATE";
            /** Transition */
            transition: string | null;
            /** Transition Title */
            transition_title: string | null;
            /** From State */
            from_state: string | null;
            /** From Title */
            from_title: string | null;
            /** To State */
            to_state: string;
            /** To Title */
            to_title: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            by: components["schemas"]["WorkflowPersonOut"];
            /** Reason */
            reason: string;
            /** Definition Version */
            definition_version: number;
            /** Undone */
            undone: boolean;
        };
        /**
         * WorkflowPossibleOut
         * @description A transition out of the present state; `reason` says why not.
         */
        WorkflowPossibleOut: {
            /** Transition */
            transition: string;
            /** Title */
            title: string;
            /** To */
            to: string;
            /** To Title */
            to_title: string;
            /** Allowed */
            allowed: boolean;
            /** Reason */
            reason: string | null;
            /** Required */
            required: components["schemas"]["WorkflowRequiredOut"][];
        };
        /**
         * WorkflowRequiredOut
         * @description A field that a move must bring, or that the subject must have; `accepted` says whether the move may bring it.
         */
        WorkflowRequiredOut: {
            /** Field */
            field: string;
            /** Label */
            label: string;
            /** Type */
            type: string;
            /** Min Length */
            min_length: number | null;
            /** Max Length */
            max_length: number | null;
            /** Choices */
            choices: components["schemas"]["WorkflowNamedOut"][];
            /** Accepted */
            accepted: boolean;
        };
        /**
         * WorkflowRollBackOut
         * @description Whether the last step may be taken back, and where that leads.
         */
        WorkflowRollBackOut: {
            /** Allowed */
            allowed: boolean;
            /** Reason */
            reason: string | null;
            /** Transition */
            transition: string | null;
            /** Transition Title */
            transition_title: string | null;
            /** To */
            to: string | null;
            /** To Title */
            to_title: string | null;
        };
        /** WorkflowMoveIn */
        WorkflowMoveIn: {
            /** Transition */
            transition: string;
            /** Version */
            version: number;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Fields */
            fields?: {
                [key: string]: unknown;
            };
        };
        /** WorkflowRollBackIn */
        WorkflowRollBackIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /**
         * WorkflowMigrationOut
         * @description A migration, or a dry run of one (`id` and `status` are null). `problem` is the kind of fault that stopped the last try.
         */
        WorkflowMigrationOut: {
            /** Id */
            id: string | null;
            /** Workflow */
            workflow: string;
            /** Origin */
            origin: number;
            /** Target */
            target: number;
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /** Status */
            status: ("WAITING" | "RUNNING" | "DONE") | null;
            /** Total */
            total: number;
            /** Done */
            done: number;
            /** States */
            states: components["schemas"]["WorkflowMigrationStateOut"][];
            /** Problems */
            problems: components["schemas"]["WorkflowProblemOut"][];
            /** Problem */
            problem: string;
            /** Reason */
            reason: string;
            requested_by: components["schemas"]["WorkflowPersonOut"] | null;
            /** Requested At */
            requested_at: string | null;
            /** Finished At */
            finished_at: string | null;
        };
        /**
         * WorkflowMigrationStateOut
         * @description A populated state of the old version and where its items go; null where they stay.
         */
        WorkflowMigrationStateOut: {
            /** State */
            state: string;
            title: components["schemas"]["WorkflowWordsOut"];
            /** Items */
            items: number;
            /** Ended */
            ended: boolean;
            /** To */
            to: string | null;
        };
        /**
         * WorkflowMigrationIn
         * @description `mapping` names a state of the new version for each state of the old one; a dry run writes nothing.
         */
        WorkflowMigrationIn: {
            /** From */
            from: number;
            /** To */
            to: number;
            /** Mapping */
            mapping: {
                [key: string]: string;
            };
            /**
             * Dry Run
             * @default true
             */
            dry_run: boolean;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * SearchQueryIn
         * @description The text of the search box and what narrows its hits.
         */
        SearchQueryIn: {
            /** Q */
            q: string;
            /** Branch */
            branch?: string | null;
            /** Segment */
            segment?: ("MASS" | "PRIORITY" | "MSME" | "CORPORATE") | null;
            /** Status */
            status?: ("ACTIVE" | "DORMANT" | "CLOSED") | null;
            /** Vip */
            vip?: boolean | null;
            /** Rfm */
            rfm?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
        };
        /** BranchRefOut */
        BranchRefOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * HitOut
         * @description A search result: where the query matched (`marks` are start and end in `name`), how well and why.
         */
        HitOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Name */
            name: string;
            /** Is Vip */
            is_vip: boolean;
            /** Segment Code */
            segment_code: string;
            /** Status */
            status: string;
            /** Rfm Segment */
            rfm_segment: string | null;
            /** Cif Masked */
            cif_masked: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            branch: components["schemas"]["BranchRefOut"];
            can: components["schemas"]["OpenOut"];
            /** Marks */
            marks: [
                number,
                number
            ][];
            /**
             * Match
             * @enum {string}
             */
            match: "EXACT" | "PARTIAL" | "POSSIBLE_DUPLICATE";
            reason: components["schemas"]["ReasonOut"];
        };
        /** OpenOut */
        OpenOut: {
            /** Open */
            open: boolean;
        };
        /** RateOut */
        RateOut: {
            /** Remaining */
            remaining: number;
            /** Limit */
            limit: number;
            /** Resets In */
            resets_in: number;
        };
        /** ReasonOut */
        ReasonOut: {
            /** Code */
            code: string;
            /** Text */
            text: string;
        };
        /**
         * SearchOut
         * @description A page of hits. `count` stops at a ceiling, which `count_capped` tells.
         */
        SearchOut: {
            /** Items */
            items: components["schemas"]["HitOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Count */
            count: number;
            /** Count Capped */
            count_capped: boolean;
            /** Narrow Hint */
            narrow_hint: boolean;
            rate: components["schemas"]["RateOut"];
        };
        /**
         * CustomerRowOut
         * @description A customer in a list.
         */
        CustomerRowOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Name */
            name: string;
            /** Is Vip */
            is_vip: boolean;
            /** Segment Code */
            segment_code: string;
            /** Status */
            status: string;
            /** Rfm Segment */
            rfm_segment: string | null;
            /** Cif Masked */
            cif_masked: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            branch: components["schemas"]["BranchRefOut"];
            can: components["schemas"]["OpenOut"];
        };
        /** RecentOut */
        RecentOut: {
            /** Items */
            items: components["schemas"]["CustomerRowOut"][];
        };
        /** AddressOut */
        AddressOut: {
            /** Kind */
            kind: string;
            /** Lines */
            lines: string[];
            /** City */
            city: string;
            /** Postcode */
            postcode: string;
            /** Latitude */
            latitude: number | null;
            /** Longitude */
            longitude: number | null;
            /** Coordinate Source */
            coordinate_source: string | null;
        };
        /**
         * CustomerOut
         * @description The header and basics of a customer, masked; what the caller's role does not show is null or empty.
         */
        CustomerOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Version */
            version: number;
            /** Kind */
            kind: string;
            /** Full Name */
            full_name: string;
            /** Initials */
            initials: string;
            /** Gender */
            gender: string | null;
            /** Age */
            age: number | null;
            /** Birth Date Masked */
            birth_date_masked: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            /** Email Masked */
            email_masked: string | null;
            /** Segment Code */
            segment_code: string;
            /** Status */
            status: string;
            /** Is Vip */
            is_vip: boolean;
            branch: components["schemas"]["BranchRefOut"];
            rm: components["schemas"]["PersonRefOut"] | null;
            /** Preferred Language */
            preferred_language: string | null;
            /** Preferred Channel */
            preferred_channel: string | null;
            /** Tags */
            tags: string[];
            /** Source System */
            source_system: string | null;
            /** Synced At */
            synced_at: string | null;
            /** Identifiers */
            identifiers: components["schemas"]["IdentifierOut"][];
            /** Addresses */
            addresses: components["schemas"]["AddressOut"][];
        };
        /** IdentifierOut */
        IdentifierOut: {
            /**
             * Identifier Id
             * Format: uuid
             */
            identifier_id: string;
            /** Id Type */
            id_type: string;
            /** Masked */
            masked: string;
            /** Is Primary */
            is_primary: boolean;
            /** Verified At */
            verified_at: string | null;
        };
        /** PersonRefOut */
        PersonRefOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /** CustomerUpdateIn */
        CustomerUpdateIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /**
             * Changes
             * @description field -> new value; home_address takes an object of its parts
             */
            changes: {
                [key: string]: unknown;
            };
        };
        /** RevealOut */
        RevealOut: {
            /** Field */
            field: string;
            /** Value */
            value: string;
            /** Hides In Seconds */
            hides_in_seconds: number;
        };
        /** RevealIn */
        RevealIn: {
            /**
             * Field
             * @description phone_e164, email, birth_date, or the id of an identifier
             */
            field: string;
            /** Reason */
            reason: string;
        };
        /** ChangeRequestOut */
        ChangeRequestOut: {
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Customer Name */
            customer_name: string;
            /** Branch Code */
            branch_code: string;
            /**
             * Status
             * @enum {string}
             */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            /** Changes */
            changes: components["schemas"]["RequestedFieldOut"][];
            /** Note */
            note: string;
            requested_by: components["schemas"]["PersonRefOut"];
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            decided_by: components["schemas"]["PersonRefOut"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Note */
            decision_note: string;
            can: components["schemas"]["RequestCanOut"];
        };
        /** RequestCanOut */
        RequestCanOut: {
            /** Approve */
            approve: boolean;
            /** Reject */
            reject: boolean;
            /** Withdraw */
            withdraw: boolean;
        };
        /**
         * RequestedFieldOut
         * @description One field of a request: what stands now and what is asked for, both masked.
         *
         *     `concealed` says that they differ in what the mask hides, and so read the same.
         */
        RequestedFieldOut: {
            /** Field */
            field: string;
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Concealed */
            concealed: boolean;
        };
        /** ChangeRequestIn */
        ChangeRequestIn: {
            /**
             * Changes
             * @description field -> new value; home_address takes an object of its parts
             */
            changes: {
                [key: string]: unknown;
            };
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ChangeRequestsOut */
        ChangeRequestsOut: {
            /** Items */
            items: components["schemas"]["ChangeRequestOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** DecisionIn */
        DecisionIn: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** AccountOut */
        AccountOut: {
            /** Account Hint Masked */
            account_hint_masked: string;
            /** Currency */
            currency: string;
            /** Last Balance */
            last_balance: string | null;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
        };
        /**
         * ActivityOut
         * @description Money in and out in one currency: the last 90 days, and twelve months with this one last.
         */
        ActivityOut: {
            /** Currency */
            currency: string;
            /** Transactions 90D */
            transactions_90d: number;
            /** Money In 90D */
            money_in_90d: string;
            /** Money Out 90D */
            money_out_90d: string;
            /** Series */
            series: components["schemas"]["MonthOut"][];
        };
        /** AlertCanOut */
        AlertCanOut: {
            /** Acknowledge */
            acknowledge: boolean;
        };
        /** AlertOut */
        AlertOut: {
            /** Code */
            code: string;
            /**
             * Severity
             * @enum {string}
             */
            severity: "critical" | "warning" | "info";
            /** Title */
            title: string;
            /** Reason */
            reason: string;
            /** Since */
            since: string | null;
            /** Acknowledged */
            acknowledged: boolean;
            can: components["schemas"]["AlertCanOut"];
        };
        /**
         * Customer360Out
         * @description Everything the page shows at once; parts that the caller's roles do not show are empty.
         */
        Customer360Out: {
            customer: components["schemas"]["CustomerOut"];
            /** Products */
            products: components["schemas"]["ProductOut"][];
            /** Alerts */
            alerts: components["schemas"]["AlertOut"][];
            interactions: components["schemas"]["InteractionsOut"];
            /** Accounts */
            accounts: components["schemas"]["AccountOut"][];
            activity: components["schemas"]["ActivityOut"];
            /** Relationships */
            relationships: components["schemas"]["RelationshipOut"][];
            /** Tabs */
            tabs: string[];
            /** Timeline Kinds */
            timeline_kinds: components["schemas"]["TimelineKindOut"][];
            can: components["schemas"]["CustomerCanOut"];
        };
        /** CustomerCanOut */
        CustomerCanOut: {
            /** Reveal */
            reveal: boolean;
            /** Edit */
            edit: boolean;
            /** Request Change */
            request_change: boolean;
        };
        /** InteractionsOut */
        InteractionsOut: {
            /** Last Contact At */
            last_contact_at: string | null;
            /** Last Channel */
            last_channel: string | null;
            /** Last By */
            last_by: string | null;
            /** Contacts 90D */
            contacts_90d: number;
            /** Open Tasks */
            open_tasks: number;
        };
        /** MonthOut */
        MonthOut: {
            /** Month */
            month: string;
            /** In */
            in: string;
            /** Out */
            out: string;
        };
        /** ProductOut */
        ProductOut: {
            /** Product */
            product: string;
            /** Held */
            held: boolean;
            /**
             * As Of
             * Format: date
             */
            as_of: string;
        };
        /**
         * RelatedCustomerOut
         * @description The other end of a tie; outside the caller's reach only `masked` says something.
         */
        RelatedCustomerOut: {
            /** Customer Id */
            customer_id: string | null;
            /** Name */
            name: string | null;
            /** Is Visible */
            is_visible: boolean;
            /** Masked */
            masked: string | null;
        };
        /** RelationshipOut */
        RelationshipOut: {
            /**
             * Relationship Id
             * Format: uuid
             */
            relationship_id: string;
            /** Kind */
            kind: string;
            /** Role */
            role: string;
            /**
             * Direction
             * @enum {string}
             */
            direction: "OUT" | "IN";
            customer: components["schemas"]["RelatedCustomerOut"];
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
        };
        /** TimelineKindOut */
        TimelineKindOut: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
        };
        /**
         * TimelineQuery
         * @description `kind` may be repeated; `from` is inclusive, `to` exclusive.
         */
        TimelineQuery: {
            /**
             * Kind
             * @default []
             */
            kind: string[];
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 30
             */
            limit: number;
        };
        /** TimelineEventOut */
        TimelineEventOut: {
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /** Kind */
            kind: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            /** Title */
            title: string;
            /** Detail */
            detail: string | null;
            /** Amount */
            amount: string | null;
            /** Direction */
            direction: ("IN" | "OUT") | null;
            /** Currency */
            currency: string | null;
            /** Actor */
            actor: string | null;
            /** Tier */
            tier: number;
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
        };
        /** TimelineOut */
        TimelineOut: {
            /** Items */
            items: components["schemas"]["TimelineEventOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    demo_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_preferences_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_password_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_end_others: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    branches_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchesOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    users_lookup: {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_list: {
        parameters: {
            query?: {
                box?: "inbox" | "archived";
                unread?: boolean;
                kind?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_summary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxSummaryOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_mark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxMarkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxMarkedOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inbox_stream: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_accounts_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_accounts_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_accounts_operations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyOperationsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_accounts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_accounts_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_account_keys_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceKeyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewServiceKeyOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_account_keys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                action?: string[];
                actor?: string | null;
                object_type?: string | null;
                object_id?: string | null;
                customer_id?: string | null;
                branch?: string | null;
                outcome?: ("ALLOWED" | "DENIED" | "FAILED") | null;
                request_id?: string | null;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_facets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditFacetsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                audit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditRecordOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_summary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationsSummaryOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_timers: {
        parameters: {
            query?: {
                status?: ("PENDING" | "FIRED" | "CANCELLED" | "FAILED") | null;
                kind?: string | null;
                subject_type?: string | null;
                subject_id?: string | null;
                late?: boolean;
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimersOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_timer_fire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                timer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimerOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_timer_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                timer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimerOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_jobs: {
        parameters: {
            query?: {
                state?: ("WAITING" | "SCHEDULED" | "RUNNING" | "FAILED" | "DONE" | "CANCELLED") | null;
                queue?: string | null;
                task?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_dead_letters: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_dead_letter_rerun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_dead_letter_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                letter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationReasonIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_list: {
        parameters: {
            query?: {
                archived?: boolean;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_get: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarDraftIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_discard_draft: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarApproveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarRestoreIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_archive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_unarchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_versions: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersionsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersionOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_diff: {
        parameters: {
            query?: {
                /** @description a version's number, `published` or `draft` */
                before?: string;
                /** @description a version's number, `published` or `draft` */
                after?: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDiffOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    calendars_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarCheckOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_list: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDetailOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_save_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowDraftIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDraftOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_discard_draft: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDraftOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowProblemsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowPublishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersionOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_versions: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersionsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersionContentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_diff: {
        parameters: {
            query: {
                before: string;
                after: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDiffOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowRestoreIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDraftOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_items: {
        parameters: {
            query?: {
                state?: string | null;
                version?: number | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowItemsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflow_items_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowItemDetailOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflow_items_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowMoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowItemDetailOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflow_items_rollback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowRollBackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowItemDetailOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflows_migrate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowMigrationIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowMigrationOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    workflow_migrations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                migration_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowMigrationOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customers_search: {
        parameters: {
            query: {
                q: string;
                branch?: string | null;
                segment?: ("MASS" | "PRIORITY" | "MSME" | "CORPORATE") | null;
                status?: ("ACTIVE" | "DORMANT" | "CLOSED") | null;
                vip?: boolean | null;
                rfm?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customers_recent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecentOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customers_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customers_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_requests_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequestIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_requests_list: {
        parameters: {
            query?: {
                status?: ("PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN") | null;
                customer_id?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestsOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_requests_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_requests_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_requests_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                change_request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customer360_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer360Out"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeline_list: {
        parameters: {
            query?: {
                kind?: string[];
                from?: string | null;
                to?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                customer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alerts_acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    alerts_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
