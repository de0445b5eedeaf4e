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
    "/api/v1/ways-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Ways
         * @description The identity providers that the organisation has configured.
         */
        get: operations["ways_in_list"];
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
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description Users with their roles and places.
         */
        get: operations["users_list"];
        put?: never;
        /**
         * Create User
         * @description Add a person; a password link is the next step.
         */
        post: operations["users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get User
         * @description One user in full.
         */
        get: operations["users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update User
         * @description Correct a person's name, e-mail address or language.
         */
        patch: operations["users_update"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend
         * @description Take a person's access away and end their sessions.
         */
        post: operations["users_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate
         * @description Give a suspended person their access back.
         */
        post: operations["users_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Roles
         * @description Give a person exactly these roles.
         */
        put: operations["users_set_roles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Scope
         * @description Let a person work for a branch or a unit, between two instants.
         */
        post: operations["users_add_scope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/scopes/{scope_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Scope
         * @description End an assignment, now or at an instant to come.
         */
        post: operations["users_end_scope"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Switches
         * @description Switch on exactly these grants that work by name only, such as exports.
         */
        put: operations["users_set_switches"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description Where a user is signed in.
         */
        get: operations["users_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Sessions
         * @description End every session of a user.
         */
        post: operations["users_end_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock
         * @description Open signing in again for a user who failed too often.
         */
        post: operations["users_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/second-factors/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset Factors
         * @description Take every second factor of a user away who lost the device, and end their sessions.
         */
        post: operations["users_reset_factors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Password Link
         * @description Make a one-time link by which the person sets a password.
         */
        post: operations["users_password_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Identities
         * @description As whom a user comes from the organisation's identity providers, and which providers there are.
         */
        get: operations["users_identities"];
        put?: never;
        /**
         * Tie Identity
         * @description Let a person at an identity provider sign in as this user.
         */
        post: operations["users_tie_identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/identities/{identity_id}": {
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
         * Untie Identity
         * @description Part a user from a person at an identity provider, and end the user's sessions.
         */
        delete: operations["users_untie_identity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-locks/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock Address
         * @description Open signing in again for a network from which too many attempts failed.
         */
        post: operations["sign_in_unlock_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Absences
         * @description Who is away when, among those whom I may know of; the earliest first, at most 500.
         */
        get: operations["absences_list"];
        put?: never;
        /**
         * Enter Absence
         * @description Say that I, or a colleague, am away; nothing is handed over by itself on these days.
         */
        post: operations["absences_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Colleagues
         * @description For whom I may enter days away: the people of the branches whose tasks I assign.
         */
        get: operations["absences_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/absences/{absence_id}": {
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
         * Cancel Absence
         * @description Take an absence back.
         */
        delete: operations["absences_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Roles
         * @description Roles with how many people hold them.
         */
        get: operations["roles_list"];
        put?: never;
        /**
         * Create Role
         * @description Make a role of our own as a copy of another.
         */
        post: operations["roles_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{key}": {
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
         * Update Role
         * @description Rename a role of our own.
         */
        patch: operations["roles_update"];
        trace?: never;
    };
    "/api/v1/roles/{key}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Role
         * @description Take a role that nobody holds out of use.
         */
        post: operations["roles_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{key}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Role
         * @description Bring a retired role back.
         */
        post: operations["roles_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Grants
         * @description The grant table: each resource, each role, each action, how far.
         */
        get: operations["grants_get"];
        /**
         * Save Grants
         * @description Change cells of the table; it holds for everybody's next request.
         */
        put: operations["grants_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Grants
         * @description What changes of the table would do, in sentences, and to how many people; nothing is saved.
         */
        post: operations["grants_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/shipped": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shipped Grants
         * @description What leads back to the table as it is shipped, for one role or for all of them.
         */
        get: operations["grants_shipped"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Revisions
         * @description Saved changes of the table, newest first.
         */
        get: operations["grants_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Units
         * @description Units with what belongs to them, in numbers.
         */
        get: operations["units_list"];
        put?: never;
        /**
         * Create Unit
         * @description Add a unit.
         */
        post: operations["units_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Unit
         * @description One unit with its branches, members and stricter settings.
         */
        get: operations["units_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Unit
         * @description Rename a unit or name its head.
         */
        patch: operations["units_update"];
        trace?: never;
    };
    "/api/v1/units/{code}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Unit Branches
         * @description Let a unit serve exactly these branches.
         */
        put: operations["units_set_branches"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Unit Policies
         * @description Make a unit stricter than the organisation, never wider.
         */
        put: operations["units_set_policies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Branches
         * @description Branches with head, users and the units that serve them.
         */
        get: operations["organisation_branches"];
        put?: never;
        /**
         * Create Branch
         * @description Add a branch.
         */
        post: operations["organisation_branches_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/branches/{code}": {
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
         * Update Branch
         * @description Rename a branch, name its head, open or close it.
         */
        patch: operations["organisation_branches_update"];
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description Every setting with what holds, its default and who changed it.
         */
        get: operations["settings_list"];
        /**
         * Save Settings
         * @description Change settings; they hold for everybody's next request.
         */
        put: operations["settings_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Revisions
         * @description Saved changes of settings, newest first.
         */
        get: operations["settings_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-links/check": {
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
         * @description Whose link this is, for the page that asks for the password.
         */
        post: operations["password_links_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-links/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem
         * @description Set the password; the link is used up and every session of the person ends.
         */
        post: operations["password_links_redeem"];
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
    "/api/v1/audit/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Subject
         * @description Who did what about one customer, when and why; looking is itself recorded.
         */
        get: operations["audit_subject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Filters
         * @description My saved filters, and those shared with a role of mine.
         */
        get: operations["audit_filters_list"];
        put?: never;
        /**
         * Create Filter
         * @description Keep a filter under a name.
         */
        post: operations["audit_filters_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/filters/{filter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Filter
         * @description Change a filter of my own.
         */
        put: operations["audit_filters_update"];
        post?: never;
        /**
         * Remove Filter
         * @description Forget a filter of my own.
         */
        delete: operations["audit_filters_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Exports
         * @description What I may take out as a file.
         */
        get: operations["exports_list"];
        put?: never;
        /**
         * Run Export
         * @description The file, written while it is read; the trail records it before its last byte leaves.
         */
        post: operations["exports_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Export
         * @description How many rows the file would have.
         */
        post: operations["exports_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspicion/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suspicion Summary
         * @description How many alerts wait, which rules there are, and up to when the trail has been looked through.
         */
        get: operations["suspicion_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspicion/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description The rules of suspicion with their thresholds.
         */
        get: operations["suspicion_rules_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspicion/rules/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Rule
         * @description Switch a rule on or off, or move its thresholds.
         */
        put: operations["suspicion_rules_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspicion/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Alerts
         * @description Alerts, the latest first.
         */
        get: operations["suspicion_alerts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspicion/alerts/{alert_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Alert
         * @description One alert with the records behind it, page by page.
         */
        get: operations["suspicion_alerts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspicion/alerts/{alert_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review Alert
         * @description Take an alert into review, dismiss or confirm it, or open it again; never one about oneself.
         */
        post: operations["suspicion_alerts_review"];
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
         * @description Timers that wait, those overdue and then the next ones first; then the others, the latest first.
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
    "/api/v1/configuration/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Configuration
         * @description Settings, branches, units, roles, grants, calendars and workflows in force, without secrets and without people.
         */
        get: operations["configuration_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Configuration
         * @description What a file would change here, in sentences, and what stands against it; nothing is changed.
         */
        post: operations["configuration_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Configuration
         * @description Bring a file in, all of it or nothing.
         */
        post: operations["configuration_import"];
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
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Documents
         * @description The documents of one record, newest first, and what may be attached to it.
         */
        get: operations["documents_list"];
        put?: never;
        /**
         * Attach Document
         * @description Attach a file to a record. What it is, its content decides; repeat with the same Idempotency-Key after a lost answer.
         */
        post: operations["documents_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Document
         * @description One document.
         */
        get: operations["documents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Document
         * @description The file. Opening it is recorded; a sensitive PDF carries my name and the time on each page.
         */
        get: operations["documents_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{document_id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide Document
         * @description Take a document out of sight, with a reason; its content is kept until its retention ends.
         */
        post: operations["documents_hide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Options
         * @description What I may ask for: reasons, tiers, lengths, samples.
         */
        get: operations["break_glass_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lookup
         * @description Find a customer by an exact number, masked; it counts as a search, found or not, and is recorded.
         */
        post: operations["break_glass_lookup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Requests
         * @description Requests that are mine, or mine to decide about, latest first.
         */
        get: operations["break_glass_list"];
        put?: never;
        /**
         * Ask
         * @description Ask for access to one customer, or to the customers of one of my samples.
         */
        post: operations["break_glass_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Active
         * @description The grant that I act under now, with the seconds that remain.
         */
        get: operations["break_glass_active"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures
         * @description How often emergency access was used, month by month, within my reach.
         */
        get: operations["break_glass_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Request
         * @description One request with what was decided, how it ended, and its reviews.
         */
        get: operations["break_glass_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/approve": {
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
         * @description Open the access now, for as long as was asked.
         */
        post: operations["break_glass_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/self-approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Self Approve
         * @description Open my own request in an emergency, where the organisation allows it; all compliance officers are told.
         */
        post: operations["break_glass_self_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/reject": {
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
         * @description Turn a request down, saying why.
         */
        post: operations["break_glass_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/withdraw": {
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
         * @description Take my request back before it is decided.
         */
        post: operations["break_glass_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End
         * @description End my access before its time.
         */
        post: operations["break_glass_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description Take somebody's access away before its time, saying why.
         */
        post: operations["break_glass_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Acts
         * @description What was done under a grant, latest first; looking at it is recorded.
         */
        get: operations["break_glass_acts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/{request_id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review
         * @description Note how somebody else used the access.
         */
        post: operations["break_glass_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Samples
         * @description Samples, the latest first.
         */
        get: operations["break_glass_samples"];
        put?: never;
        /**
         * Draw Sample
         * @description Draw random items of an ended period; the same seed draws the same.
         */
        post: operations["break_glass_sample_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/samples/{sample_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Sample
         * @description One sample with its items and findings.
         */
        get: operations["break_glass_sample_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass/samples/{sample_id}/items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Note Finding
         * @description Note what was found of one item.
         */
        put: operations["break_glass_finding"];
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
         *
         *     An address is written down on its way: for numbers and names of people use `customers_search_submit`.
         */
        get: operations["customers_search"];
        put?: never;
        /**
         * Submit Search
         * @description The same search with its words in the body, where no proxy and no history writes them down.
         */
        post: operations["customers_search_submit"];
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
    "/api/v1/customers/{customer_id}/import-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Import Changes
         * @description What imports changed in a customer, newest first, masked.
         */
        get: operations["customers_import_changes"];
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
    "/api/v1/portfolio/managers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Managers
         * @description Relationship managers whom I may give customers to.
         */
        get: operations["portfolio_managers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Customers
         * @description Customers with their manager, within my reach on portfolios.
         */
        get: operations["portfolio_customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/customers/{customer_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get History
         * @description Who served a customer, newest first.
         */
        get: operations["portfolio_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign
         * @description Give customers to a manager; each row is told what became of it.
         */
        post: operations["portfolio_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Give a whole portfolio to another manager.
         */
        post: operations["portfolio_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Codes
         * @description The codes of all three lists with their names, those out of use as well: customers may still have them.
         */
        get: operations["customer_codes_list"];
        put?: never;
        /**
         * Create Code
         * @description Add a code to a list.
         */
        post: operations["customer_codes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-codes/{list_key}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Code
         * @description Change a code's names, its place, or whether it is in use.
         */
        put: operations["customer_codes_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/branch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Move a customer to another home branch; its manager stays.
         */
        post: operations["customers_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Relationship
         * @description Tie a customer to another one.
         */
        post: operations["relationships_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/relationships/{relationship_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Relationship
         * @description Let a tie end on a day, or go on again.
         */
        post: operations["relationships_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/relationships/{relationship_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove Relationship
         * @description Take out a tie that was recorded by mistake; this cannot be undone, but it can be recorded again.
         */
        post: operations["relationships_remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/identifiers/retired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Retired
         * @description The numbers of a customer that are out of use, masked.
         */
        get: operations["identifiers_retired"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/identifiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Identifier
         * @description Give a customer a further number.
         */
        post: operations["identifiers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/identifiers/{identifier_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Identifier
         * @description Say that a number was compared with its original, or take that back.
         */
        post: operations["identifiers_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/identifiers/{identifier_id}/primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set Primary Identifier
         * @description Let this number be the one that stands for its kind.
         */
        post: operations["identifiers_set_primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/identifiers/{identifier_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire Identifier
         * @description Take a number out of use.
         */
        post: operations["identifiers_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/identifiers/{identifier_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Identifier
         * @description Bring a retired number back into use.
         */
        post: operations["identifiers_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Case Options
         * @description What can be chosen when cases are received, listed and handled.
         */
        get: operations["cases_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Case
         * @description What a case would be: branch, due times, who would get it, and open cases that tell of the same thing. Nothing is stored.
         */
        post: operations["cases_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cases
         * @description The cases that I reach, those below my tier by their head only; open ones by due time unless asked otherwise.
         */
        get: operations["cases_list"];
        put?: never;
        /**
         * Create Case
         * @description Open a case: number, clocks, assignee, receipt and its message together. Repeat with the same Idempotency-Key after a lost answer.
         */
        post: operations["cases_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Cases
         * @description How many cases a list holds, and how many of them are overdue, due within a day and nobody's.
         */
        get: operations["cases_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Board
         * @description Who of my branches and units has how much, and who is there.
         */
        get: operations["cases_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Cases
         * @description Server-sent events: `cases` with the ids of those of my cases that changed, or `again` to look at all; `end` when my session is over.
         */
        get: operations["cases_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Case
         * @description One case with what I may do; opening it is recorded.
         */
        get: operations["cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Activities
         * @description What happened in the case, newest first; reading it is recorded where its content is sensitive.
         */
        get: operations["cases_activities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Assignees
         * @description Whom I can give the case to: colleagues with their load and presence, and units.
         */
        get: operations["cases_assignees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Colleagues
         * @description Whom I can mention in the case: who handles cases where it lies, by name.
         */
        get: operations["cases_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign
         * @description Give the case to a colleague, a unit, or a colleague of a unit.
         */
        post: operations["cases_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim
         * @description Take a case that nobody has.
         */
        post: operations["cases_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/claim-next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Next
         * @description Take the most urgent case of my branches and units that nobody has.
         */
        post: operations["cases_claim_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Up
         * @description Begin to work on a case that I have.
         */
        post: operations["cases_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Escalate
         * @description Bring the case to a level of escalation, whose people are told; with a colleague named, it goes to them.
         */
        post: operations["cases_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wait
         * @description Wait for the customer, saying for what.
         */
        post: operations["cases_wait"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go On
         * @description Go on with a case that waited.
         */
        post: operations["cases_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note
         * @description Write a note for colleagues; who is mentioned is told.
         */
        post: operations["cases_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Message
         * @description Write to the customer, or write down what the customer said.
         */
        post: operations["cases_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/respond": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Respond
         * @description Give the final response, or propose it where somebody else approves it first.
         */
        post: operations["cases_respond"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review
         * @description Approve somebody else's final response, which sends it, or give it back with a note.
         */
        post: operations["cases_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description Close an answered case, saying how it ended.
         */
        post: operations["cases_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen
         * @description Work on an answered or closed case again, saying why.
         */
        post: operations["cases_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Watch
         * @description Be told when the case moves.
         */
        put: operations["cases_watch"];
        post?: never;
        /**
         * Unwatch
         * @description Be told no more.
         */
        delete: operations["cases_unwatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind
         * @description Be reminded of the case at a moment.
         */
        post: operations["cases_remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/reminders/{reminder_id}": {
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
         * Unremind
         * @description Take my reminder back.
         */
        delete: operations["cases_unremind"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act On Many
         * @description One act on up to 100 cases; each succeeds or is refused by itself.
         */
        post: operations["cases_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Clocks
         * @description What each clock of the case says now, and why it is due when it is.
         */
        get: operations["cases_clocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reclassify
         * @description Give the case another category, priority or kind; what has run and waited stays.
         */
        post: operations["cases_reclassify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend
         * @description Ask to extend the law's limit, before it is over; somebody else decides.
         */
        post: operations["cases_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/extension/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Extension
         * @description Approve or refuse the extension that somebody else asked for.
         */
        post: operations["cases_extension_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Incoming
         * @description Messages from outside that did not become a case by themselves, with the reasons; those that wait oldest first.
         */
        get: operations["case_intake_list"];
        put?: never;
        /**
         * Receive Incoming
         * @description Hand in a message from outside: it becomes a case at once, or waits for a person with the reasons. It is never dropped.
         */
        post: operations["case_intake_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-intake/{incoming_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Incoming
         * @description Open a case from a message; its clocks run from when the message came in.
         */
        post: operations["case_intake_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-intake/{incoming_id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard Incoming
         * @description Put a message aside that is no complaint, with a reason; it is kept.
         */
        post: operations["case_intake_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Replies
         * @description Shared replies and mine, by title; with a category those that fit it.
         */
        get: operations["case_replies_list"];
        put?: never;
        /**
         * Create Reply
         * @description Keep a reply, for myself or shared; a token that nothing fills is refused.
         */
        post: operations["case_replies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-replies/{reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Reply
         * @description Change a reply.
         */
        put: operations["case_replies_update"];
        post?: never;
        /**
         * Delete Reply
         * @description Keep a reply no longer.
         */
        delete: operations["case_replies_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/replies/{reply_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill Reply
         * @description A reply's text for a case, with its tokens filled; nothing is sent.
         */
        post: operations["case_replies_fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Views
         * @description My views of the queue, and those that colleagues share with my branches.
         */
        get: operations["case_views_list"];
        put?: never;
        /**
         * Create View
         * @description Keep filters of the queue under a name.
         */
        post: operations["case_views_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-views/{view_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update View
         * @description Rename, refill or share a view of mine.
         */
        put: operations["case_views_update"];
        post?: never;
        /**
         * Delete View
         * @description Forget a view of mine, or one shared with my branches whose owner has left.
         */
        delete: operations["case_views_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-views/{view_id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark View
         * @description Keep a view at hand, or open my queue with it.
         */
        put: operations["case_views_mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaint-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Report
         * @description Complaints of a quarter by product and issue, by branch and by channel, counted from their clocks.
         */
        get: operations["complaint_report_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complaint-report/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get File
         * @description The report as a table, or as a document to file; handing it out is recorded.
         */
        get: operations["complaint_report_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Categories
         * @description The categories in which cases can be opened, each followed by its sub-categories.
         */
        get: operations["case_categories_list"];
        put?: never;
        /**
         * Create Category
         * @description Add a category.
         */
        post: operations["case_categories_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-categories/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All Categories
         * @description All categories, those out of use too, for who configures them.
         */
        get: operations["case_categories_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Category
         * @description Change a category; its code stays.
         */
        put: operations["case_categories_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Packs
         * @description The packs of categories that this release brings.
         */
        get: operations["case_packs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-packs/{key}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply Pack
         * @description Bring in a pack; what is there stays as it was made.
         */
        post: operations["case_packs_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Resolutions
         * @description The codes with which cases are closed.
         */
        get: operations["case_resolutions_list"];
        put?: never;
        /**
         * Create Resolution
         * @description Add a code.
         */
        post: operations["case_resolutions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-resolutions/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All Resolutions
         * @description All codes, those out of use too, for who configures them.
         */
        get: operations["case_resolutions_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-resolutions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Resolution
         * @description Change a code's names, its place, or whether it is in use.
         */
        put: operations["case_resolutions_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Levels
         * @description Service levels by key.
         */
        get: operations["sla_policies_list"];
        put?: never;
        /**
         * Create Level
         * @description Start a service level, empty or from another one's calendar, law and ladder.
         */
        post: operations["sla_policies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Level
         * @description A service level with its draft, what is in force, and its versions.
         */
        get: operations["sla_policies_get"];
        /**
         * Rename Level
         * @description Call a service level by another name.
         */
        put: operations["sla_policies_rename"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{key}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Version
         * @description One published version.
         */
        get: operations["sla_policies_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{key}/draft": {
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
        put: operations["sla_policies_save_draft"];
        post?: never;
        /**
         * Discard Draft
         * @description Throw the draft away.
         */
        delete: operations["sla_policies_discard_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{key}/restore": {
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
        post: operations["sla_policies_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-policies/{key}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish
         * @description Let the draft take effect on a day; cases that are open keep what they were promised.
         */
        post: operations["sla_policies_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Legal Rules
         * @description The sets of legal limits with all their versions.
         */
        get: operations["legal_rules_list"];
        put?: never;
        /**
         * Publish Legal Rules
         * @description Add a set of limits, or a version of one, which takes effect on a day.
         */
        post: operations["legal_rules_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sla-explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain
         * @description When a case received then would be due by each clock, and why.
         */
        post: operations["sla_explain"];
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
    "/api/v1/customers/{customer_id}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Services
         * @description The services that a customer was given, newest first.
         */
        get: operations["services_list"];
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
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tasks
         * @description The tasks that I reach, the nearest due day first unless asked otherwise.
         */
        get: operations["tasks_list"];
        put?: never;
        /**
         * Create Task
         * @description Make a task about a customer, for myself or for a colleague.
         */
        post: operations["tasks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Owners
         * @description Whom I can give a task about a customer to.
         */
        get: operations["tasks_owners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Task
         * @description One task in full.
         */
        get: operations["tasks_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Task
         * @description Change an open task, or give it to a colleague.
         */
        patch: operations["tasks_update"];
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete Task
         * @description Say that it is done.
         */
        post: operations["tasks_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Skip Task
         * @description Say that it will not be done, and why.
         */
        post: operations["tasks_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{task_id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reopen Task
         * @description Take back that it is done or skipped.
         */
        post: operations["tasks_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Tasks
         * @description The same by words of the title or the notes, which stand in no address.
         */
        post: operations["tasks_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflow-migrations/{migration_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Migration
         * @description Stop a migration that waits, runs or failed; what it has moved stays where it is.
         */
        post: operations["workflow_migrations_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{case_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Step
         * @description Make any step that the case's workflow has out of the state in which it rests, also one that the organisation drew.
         */
        post: operations["cases_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit Numbers
         * @description Whether the cases of a year are numbered from one without a gap, branch by branch.
         */
        get: operations["case_numbers_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/draft-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draft Key
         * @description The key that seals what this person types until it is saved; the browser keeps the sealed text, never the key.
         */
        get: operations["me_draft_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portfolio/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Mine
         * @description The customers I serve, who waited longest for a contact first.
         */
        get: operations["portfolio_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Cases
         * @description Find cases by number or its end and by customer, open ones by what they say as well; words come in the body, where no proxy writes them down.
         */
        post: operations["cases_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Consents
         * @description What holds for one customer, purpose by purpose.
         */
        get: operations["consents_list"];
        put?: never;
        /**
         * Change Consent
         * @description Record what a verified customer says about one purpose.
         */
        post: operations["consents_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/consents/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List History
         * @description All that one customer said, newest first.
         */
        get: operations["consents_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{customer_id}/consent-verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Verification
         * @description Begin to verify a customer, by a code, by questions, in person or by a signed document.
         */
        post: operations["consent_verifications_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-verifications/{verification_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Verification
         * @description Pass on what the customer answers; the server compares, and shows nothing.
         */
        post: operations["consent_verifications_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Register
         * @description What customers within my reach said, newest first.
         */
        get: operations["consents_register"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consents/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Summary
         * @description How many customers within my reach agreed, and how many withdrew, for each purpose.
         */
        get: operations["consents_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Requests
         * @description The consents that wait, or waited, for a supervisor, newest first.
         */
        get: operations["consent_requests_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-requests/{request_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve Request
         * @description Let a consent hold from now on.
         */
        post: operations["consent_requests_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-requests/{request_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject Request
         * @description Turn a consent down, and say why.
         */
        post: operations["consent_requests_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-requests/{request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Back Request
         * @description Take my own request back.
         */
        post: operations["consent_requests_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Purposes
         * @description What customers are asked about, with the text in force.
         */
        get: operations["consent_purposes_list"];
        put?: never;
        /**
         * Create Purpose
         * @description Add a purpose.
         */
        post: operations["consent_purposes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-purposes/{key}": {
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
         * Update Purpose
         * @description Change a purpose, or take it out of use.
         */
        patch: operations["consent_purposes_update"];
        trace?: never;
    };
    "/api/v1/consent-purposes/{key}/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Wordings
         * @description All versions of a purpose's text, newest first.
         */
        get: operations["consent_wordings_list"];
        put?: never;
        /**
         * Publish Wording
         * @description Publish the next version of a purpose's text.
         */
        post: operations["consent_wordings_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Products
         * @description All products, those out of use too, for who configures them.
         */
        get: operations["case_products_list"];
        put?: never;
        /**
         * Create Product
         * @description Add a product that cases can be about.
         */
        post: operations["case_products_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Product
         * @description Change a product's names, its place, or whether it can be chosen; its code stays.
         */
        put: operations["case_products_update"];
        post?: never;
        delete?: never;
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
            roles: components["schemas"]["MyRoleOut"][];
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
        /**
         * MyRoleOut
         * @description A role of mine; `kind` is the shipped role that it is or was made from.
         */
        MyRoleOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
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
            head: components["schemas"]["PersonOut"] | null;
            /** Version */
            version: number;
            /** Branches */
            branches: components["schemas"]["PlaceOut"][];
            /** Members */
            members: components["schemas"]["MemberOut"][];
            /** Policies */
            policies: components["schemas"]["UnitPolicyOut"][];
            can: components["schemas"]["UpdateCanOut"];
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
        /**
         * ProviderOut
         * @description An identity provider of the organisation, and where signing in with it begins.
         */
        ProviderOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Start */
            start: string;
        };
        /** WaysInOut */
        WaysInOut: {
            /** Sso */
            sso: components["schemas"]["ProviderOut"][];
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
        /** RoleOut */
        RoleOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
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
            /** Version */
            version: number;
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
        /**
         * ServiceAccountUpdateIn
         * @description Fields left out stay.
         */
        ServiceAccountUpdateIn: {
            /** Version */
            version: number;
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
         * NamedOut
         * @description A technical name, by which the lists are filtered, and what operators read for it.
         */
        NamedOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /** UserCanOut */
        UserCanOut: {
            /** Update */
            update: boolean;
            /** Suspend */
            suspend: boolean;
            /** Activate */
            activate: boolean;
            /** Roles */
            roles: boolean;
            /** Scopes */
            scopes: boolean;
            /** Switches */
            switches: boolean;
            /** End Sessions */
            end_sessions: boolean;
            /** Password Link */
            password_link: boolean;
            /** Unlock */
            unlock: boolean;
            /** Reset Factors */
            reset_factors: boolean;
        };
        /**
         * UserRowOut
         * @description A user in a list; `scopes` are those that hold now or will.
         */
        UserRowOut: {
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
            /** Email */
            email: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "USER" | "SYSTEM" | "ANONYMOUS" | "SERVICE";
            /**
             * Status
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED";
            /** Roles */
            roles: components["schemas"]["NamedOut"][];
            /** Scopes */
            scopes: components["schemas"]["UserScopeOut"][];
            /** Last Login */
            last_login: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Has Password */
            has_password: boolean;
            /** Locked Until */
            locked_until: string | null;
            /** Version */
            version: number;
            can: components["schemas"]["UserCanOut"];
        };
        /** UserScopeOut */
        UserScopeOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Scope Type
             * @enum {string}
             */
            scope_type: "BRANCH" | "UNIT";
            /** Active From */
            active_from: string | null;
            /** Active To */
            active_to: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "ACTIVE" | "FUTURE" | "ENDED";
        };
        /** UsersOut */
        UsersOut: {
            /** Items */
            items: components["schemas"]["UserRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * SwitchOut
         * @description A grant that works only for users switched on by name.
         */
        SwitchOut: {
            /** Resource */
            resource: string;
            /** Resource Name */
            resource_name: string;
            /** Action */
            action: string;
            /** Action Name */
            action_name: string;
            /** On */
            on: boolean;
            /** Offered By */
            offered_by: string[];
            /** Switched At */
            switched_at: string | null;
            switched_by: components["schemas"]["PersonOut"] | null;
        };
        /**
         * UserOut
         * @description One user; `reasons` says of each thing that cannot be done why.
         */
        UserOut: {
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
            /** Email */
            email: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "USER" | "SYSTEM" | "ANONYMOUS" | "SERVICE";
            /**
             * Status
             * @enum {string}
             */
            status: "ACTIVE" | "SUSPENDED";
            /** Roles */
            roles: components["schemas"]["NamedOut"][];
            /** Scopes */
            scopes: components["schemas"]["UserScopeOut"][];
            /** Last Login */
            last_login: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Has Password */
            has_password: boolean;
            /** Locked Until */
            locked_until: string | null;
            /** Version */
            version: number;
            can: components["schemas"]["UserCanOut"];
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
            /** All Scopes */
            all_scopes: components["schemas"]["UserScopeFullOut"][];
            /** Switches */
            switches: components["schemas"]["SwitchOut"][];
            /** Sessions */
            sessions: number;
            /** Second Factors */
            second_factors: number;
            /** Reasons */
            reasons: {
                [key: string]: string;
            };
        };
        /** UserScopeFullOut */
        UserScopeFullOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Scope Type
             * @enum {string}
             */
            scope_type: "BRANCH" | "UNIT";
            /** Active From */
            active_from: string | null;
            /** Active To */
            active_to: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "ACTIVE" | "FUTURE" | "ENDED";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Assigned At
             * Format: date-time
             */
            assigned_at: string;
            assigned_by: components["schemas"]["PersonOut"] | null;
        };
        /** UserCreateIn */
        UserCreateIn: {
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /** Email */
            email?: string | null;
            /**
             * Language
             * @default id
             * @enum {string}
             */
            language: "id" | "en";
            /** Roles */
            roles?: string[];
            /** Scopes */
            scopes?: components["schemas"]["UserScopeIn"][];
        };
        /**
         * UserScopeIn
         * @description A place to work for; without `active_from` from now on, without `active_to` until further notice.
         */
        UserScopeIn: {
            /**
             * Scope Type
             * @enum {string}
             */
            scope_type: "BRANCH" | "UNIT";
            /** Code */
            code: string;
            /** Active From */
            active_from?: string | null;
            /** Active To */
            active_to?: string | null;
        };
        /**
         * UserUpdateIn
         * @description Fields left out stay; an e-mail address of null is taken away.
         */
        UserUpdateIn: {
            /** Version */
            version: number;
            /** Full Name */
            full_name?: string | null;
            /** Email */
            email?: string | null;
            /** Language */
            language?: ("id" | "en") | null;
        };
        /** UserActIn */
        UserActIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /** UserRolesIn */
        UserRolesIn: {
            /** Version */
            version: number;
            /** Roles */
            roles: string[];
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** UserScopeAddIn */
        UserScopeAddIn: {
            /**
             * Scope Type
             * @enum {string}
             */
            scope_type: "BRANCH" | "UNIT";
            /** Code */
            code: string;
            /** Active From */
            active_from?: string | null;
            /** Active To */
            active_to?: string | null;
            /** Version */
            version: number;
        };
        /** UserScopeEndIn */
        UserScopeEndIn: {
            /** Version */
            version: number;
            /** At */
            at?: string | null;
        };
        /** SwitchIn */
        SwitchIn: {
            /** Resource */
            resource: string;
            /**
             * Action
             * @enum {string}
             */
            action: "R" | "C" | "U" | "A" | "X" | "B" | "M";
        };
        /** UserSwitchesIn */
        UserSwitchesIn: {
            /** Version */
            version: number;
            /** Switches */
            switches: components["schemas"]["SwitchIn"][];
        };
        /** UserSessionOut */
        UserSessionOut: {
            /** Id */
            id: number;
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
        /** UserSessionsOut */
        UserSessionsOut: {
            /** Items */
            items: components["schemas"]["UserSessionOut"][];
        };
        /** EndedOut */
        EndedOut: {
            /** Ended */
            ended: number;
        };
        /**
         * TakenOut
         * @description How many second factors were taken away.
         */
        TakenOut: {
            /** Taken */
            taken: number;
        };
        /**
         * PasswordLinkOut
         * @description A link for one person and one use. The token is shown here and kept nowhere.
         */
        PasswordLinkOut: {
            /** Token */
            token: string;
            /** Path */
            path: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * IdentitiesOut
         * @description The ties of one user, and the providers that a tie can be made to.
         */
        IdentitiesOut: {
            /** Items */
            items: components["schemas"]["IdentityOut"][];
            /** Providers */
            providers: components["schemas"]["NamedOut"][];
        };
        /**
         * IdentityOut
         * @description A tie to a person at a provider; one that is configured no more is called by its key.
         */
        IdentityOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Provider */
            provider: string;
            /** Provider Name */
            provider_name: string;
            /** Subject */
            subject: string;
            /**
             * Linked At
             * Format: date-time
             */
            linked_at: string;
        };
        /**
         * IdentityIn
         * @description A person at a provider: `subject` is the provider's own lasting id of the person (the claim `sub`), not a name.
         */
        IdentityIn: {
            /** Provider */
            provider: string;
            /** Subject */
            subject: string;
        };
        /**
         * OpenedOut
         * @description Whether failures of the network were counted at all.
         */
        OpenedOut: {
            /** Counted */
            counted: boolean;
        };
        /** AddressIn */
        AddressIn: {
            /** Address */
            address: string;
        };
        /**
         * AbsenceListIn
         * @description Absences that touch the days from `since` (today where none is given) to `until`.
         */
        AbsenceListIn: {
            /** From */
            from?: string | null;
            /** To */
            to?: string | null;
            /** User Id */
            user_id?: string | null;
        };
        /** AbsenceCanOut */
        AbsenceCanOut: {
            /** Cancel */
            cancel: boolean;
        };
        /** AbsenceOut */
        AbsenceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            person: components["schemas"]["AbsentPersonOut"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "LEAVE" | "SICK" | "DUTY";
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            entered_by: components["schemas"]["AbsentPersonOut"];
            can: components["schemas"]["AbsenceCanOut"];
        };
        /** AbsencesOut */
        AbsencesOut: {
            /** Items */
            items: components["schemas"]["AbsenceOut"][];
        };
        /** AbsentPersonOut */
        AbsentPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * AbsenceIn
         * @description Whole days, both ends included; without `user_id` they are the caller's own.
         */
        AbsenceIn: {
            /** User Id */
            user_id?: string | null;
            /**
             * Kind
             * @enum {string}
             */
            kind: "LEAVE" | "SICK" | "DUTY";
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
        };
        /** ColleaguesOut */
        ColleaguesOut: {
            /** Items */
            items: components["schemas"]["AbsentPersonOut"][];
        };
        /** RoleCanOut */
        RoleCanOut: {
            /** Rename */
            rename: boolean;
            /** Retire */
            retire: boolean;
            /** Restore */
            restore: boolean;
        };
        /**
         * RoleFullOut
         * @description A role that people can be given; one of the organisation's own is based on a shipped one.
         */
        RoleFullOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            names: components["schemas"]["RoleNamesOut"];
            /** Home */
            home: string;
            /** Shipped */
            shipped: boolean;
            /** Retired */
            retired: boolean;
            based_on: components["schemas"]["NamedOut"] | null;
            /** Users */
            users: number;
            /** Version */
            version: number;
            can: components["schemas"]["RoleCanOut"];
        };
        /** RoleNamesOut */
        RoleNamesOut: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** RolesOut */
        RolesOut: {
            /** Items */
            items: components["schemas"]["RoleFullOut"][];
        };
        /** RoleCreateIn */
        RoleCreateIn: {
            /** Key */
            key: string;
            names: components["schemas"]["RoleNamesIn"];
            /** Copy Of */
            copy_of: string;
        };
        /** RoleNamesIn */
        RoleNamesIn: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** RoleUpdateIn */
        RoleUpdateIn: {
            /** Version */
            version: number;
            names: components["schemas"]["RoleNamesIn"];
        };
        /** RoleRetireIn */
        RoleRetireIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /** RoleRestoreIn */
        RoleRestoreIn: {
            /** Version */
            version: number;
        };
        /**
         * CellOut
         * @description One cell; `limit` is what the domain holds beyond the reach, `locked` why it stays as it is.
         */
        CellOut: {
            /**
             * Reach
             * @enum {string}
             */
            reach: "NONE" | "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
            /** Per User */
            per_user: boolean;
            /** Limit */
            limit: string | null;
            shipped: components["schemas"]["CellValueOut"] | null;
            /** Locked */
            locked: string | null;
        };
        /** CellValueOut */
        CellValueOut: {
            /**
             * Reach
             * @enum {string}
             */
            reach: "NONE" | "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
            /** Per User */
            per_user: boolean;
        };
        /**
         * GrantResourceOut
         * @description A row of the table: cells by role and action; what is absent is no grant.
         */
        GrantResourceOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Group */
            group: string;
            /** Actions */
            actions: ("R" | "C" | "U" | "A" | "X" | "B" | "M")[];
            /**
             * Least Reach
             * @enum {string}
             */
            least_reach: "NONE" | "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
            /** Cells */
            cells: {
                [key: string]: {
                    [key: string]: components["schemas"]["CellOut"];
                };
            };
        };
        /** GrantsCanOut */
        GrantsCanOut: {
            /** Save */
            save: boolean;
        };
        /**
         * GrantsOut
         * @description The grant table; `version` is what a change of it must name.
         */
        GrantsOut: {
            /** Version */
            version: number;
            /** Changed At */
            changed_at: string | null;
            changed_by: components["schemas"]["PersonOut"] | null;
            /** Differs From Shipped */
            differs_from_shipped: number;
            /** Actions */
            actions: components["schemas"]["NamedOut"][];
            /** Reaches */
            reaches: components["schemas"]["ReachOut"][];
            /** Groups */
            groups: components["schemas"]["NamedOut"][];
            /** Roles */
            roles: components["schemas"]["RoleFullOut"][];
            /** Resources */
            resources: components["schemas"]["GrantResourceOut"][];
            can: components["schemas"]["GrantsCanOut"];
        };
        /** ReachOut */
        ReachOut: {
            /**
             * Key
             * @enum {string}
             */
            key: "NONE" | "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
            /** Name */
            name: string;
            /** Short */
            short: string;
        };
        /**
         * GrantChangeIn
         * @description One cell as it shall be; a reach of NONE takes the grant away.
         */
        GrantChangeIn: {
            /** Role */
            role: string;
            /** Resource */
            resource: string;
            /**
             * Action
             * @enum {string}
             */
            action: "R" | "C" | "U" | "A" | "X" | "B" | "M";
            /**
             * Reach
             * @enum {string}
             */
            reach: "NONE" | "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
            /**
             * Per User
             * @default false
             */
            per_user: boolean;
        };
        /** GrantsSaveIn */
        GrantsSaveIn: {
            /** Version */
            version: number;
            /** Changes */
            changes: components["schemas"]["GrantChangeIn"][];
            /** Reason */
            reason: string;
        };
        /** GrantsPreviewOut */
        GrantsPreviewOut: {
            /** Items */
            items: components["schemas"]["PreviewItemOut"][];
            /** Users Touched */
            users_touched: number;
            /** Warnings */
            warnings: components["schemas"]["WarningOut"][];
            /** Can Save */
            can_save: boolean;
        };
        /**
         * PreviewItemOut
         * @description One change in words; `users` counts those whose reach really moves, `refused` says why it cannot be.
         */
        PreviewItemOut: {
            /** Role */
            role: string;
            /** Role Name */
            role_name: string;
            /** Resource */
            resource: string;
            /** Resource Name */
            resource_name: string;
            /**
             * Action
             * @enum {string}
             */
            action: "R" | "C" | "U" | "A" | "X" | "B" | "M";
            /** Action Name */
            action_name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "GAINS" | "LOSES" | "WIDENS" | "NARROWS" | "SWITCHED";
            before: components["schemas"]["CellValueOut"] | null;
            after: components["schemas"]["CellValueOut"] | null;
            /** Sentence */
            sentence: string;
            /** Users */
            users: number;
            /** Refused */
            refused: string | null;
        };
        /** WarningOut */
        WarningOut: {
            /** Code */
            code: string;
            /** Text */
            text: string;
        };
        /** GrantsPreviewIn */
        GrantsPreviewIn: {
            /** Version */
            version: number;
            /** Changes */
            changes: components["schemas"]["GrantChangeIn"][];
        };
        /** GrantChangeOut */
        GrantChangeOut: {
            /** Role */
            role: string;
            /** Resource */
            resource: string;
            /**
             * Action
             * @enum {string}
             */
            action: "R" | "C" | "U" | "A" | "X" | "B" | "M";
            /**
             * Reach
             * @enum {string}
             */
            reach: "NONE" | "OWN" | "PORTFOLIO" | "BRANCH" | "ALL";
            /** Per User */
            per_user: boolean;
        };
        /** GrantChangesOut */
        GrantChangesOut: {
            /** Changes */
            changes: components["schemas"]["GrantChangeOut"][];
        };
        /** GrantRevisionOut */
        GrantRevisionOut: {
            /** Number */
            number: number;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            changed_by: components["schemas"]["PersonOut"] | null;
            /** Reason */
            reason: string;
            /** Sentences */
            sentences: string[];
        };
        /** GrantRevisionsOut */
        GrantRevisionsOut: {
            /** Items */
            items: components["schemas"]["GrantRevisionOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** UnitRowOut */
        UnitRowOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            head: components["schemas"]["PersonOut"] | null;
            /** Members */
            members: number;
            /** Branches */
            branches: number;
            /** Policies */
            policies: number;
            /** Version */
            version: number;
        };
        /** UnitsOut */
        UnitsOut: {
            /** Items */
            items: components["schemas"]["UnitRowOut"][];
        };
        /**
         * MemberOut
         * @description Somebody who works for the unit, by one scope.
         */
        MemberOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /**
             * Scope Id
             * Format: uuid
             */
            scope_id: string;
            /** Active From */
            active_from: string | null;
            /** Active To */
            active_to: string | null;
        };
        /** PlaceOut */
        PlaceOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * UnitPolicyOut
         * @description A setting in which the unit may be stricter; `value` counts when `stricter` is true.
         */
        UnitPolicyOut: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "INTEGER" | "BOOLEAN" | "CHOICE" | "CHOICES" | "TEXT" | "HOURS";
            /** Label */
            label: string;
            /** Help */
            help: string;
            /** Unit */
            unit: string | null;
            /** Minimum */
            minimum: number | null;
            /** Maximum */
            maximum: number | null;
            /** Choices */
            choices: components["schemas"]["NamedOut"][] | null;
            /** Organisation */
            organisation: unknown;
            /** Stricter */
            stricter: boolean;
            /** Value */
            value: unknown;
            /** Direction */
            direction: string;
        };
        /** UpdateCanOut */
        UpdateCanOut: {
            /** Update */
            update: boolean;
        };
        /** UnitCreateIn */
        UnitCreateIn: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * UnitUpdateIn
         * @description Fields left out stay; a head of null is taken away.
         */
        UnitUpdateIn: {
            /** Version */
            version: number;
            /** Name */
            name?: string | null;
            /** Head User Id */
            head_user_id?: string | null;
        };
        /** UnitBranchesIn */
        UnitBranchesIn: {
            /** Version */
            version: number;
            /** Branches */
            branches: string[];
        };
        /**
         * UnitPoliciesIn
         * @description Settings in which the unit is stricter; those left out are the organisation's.
         */
        UnitPoliciesIn: {
            /** Version */
            version: number;
            /** Policies */
            policies: {
                [key: string]: unknown;
            };
        };
        /** BranchFullOut */
        BranchFullOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** City */
            city: string;
            /** Phone */
            phone: string;
            /** Time Zone */
            time_zone: string;
            /** Is Active */
            is_active: boolean;
            head: components["schemas"]["PersonOut"] | null;
            /** Users */
            users: number;
            /** Units */
            units: components["schemas"]["PlaceOut"][];
            /** Version */
            version: number;
            can: components["schemas"]["UpdateCanOut"];
        };
        /** BranchesFullOut */
        BranchesFullOut: {
            /** Items */
            items: components["schemas"]["BranchFullOut"][];
        };
        /** BranchCreateIn */
        BranchCreateIn: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * City
             * @default
             */
            city: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Time Zone
             * @default Asia/Jakarta
             */
            time_zone: string;
        };
        /**
         * BranchUpdateIn
         * @description Fields left out stay; a head of null is taken away.
         */
        BranchUpdateIn: {
            /** Version */
            version: number;
            /** Name */
            name?: string | null;
            /** City */
            city?: string | null;
            /** Phone */
            phone?: string | null;
            /** Time Zone */
            time_zone?: string | null;
            /** Head User Id */
            head_user_id?: string | null;
            /** Is Active */
            is_active?: boolean | null;
        };
        /** SettingGroupOut */
        SettingGroupOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Items */
            items: components["schemas"]["SettingOut"][];
        };
        /** SettingOut */
        SettingOut: {
            /** Key */
            key: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "INTEGER" | "BOOLEAN" | "CHOICE" | "CHOICES" | "TEXT" | "HOURS";
            /** Label */
            label: string;
            /** Help */
            help: string;
            /** Unit */
            unit: string | null;
            /** Minimum */
            minimum: number | null;
            /** Maximum */
            maximum: number | null;
            /** Choices */
            choices: components["schemas"]["NamedOut"][] | null;
            /** Value */
            value: unknown;
            /** Default */
            default: unknown;
            /** Changed */
            changed: boolean;
            /** Per Unit */
            per_unit: boolean;
            /** Changed At */
            changed_at: string | null;
            changed_by: components["schemas"]["PersonOut"] | null;
        };
        /** SettingsCanOut */
        SettingsCanOut: {
            /** Save */
            save: boolean;
        };
        /**
         * SettingsOut
         * @description Every setting by group; `version` is what a change must name.
         */
        SettingsOut: {
            /** Version */
            version: number;
            can: components["schemas"]["SettingsCanOut"];
            /** Groups */
            groups: components["schemas"]["SettingGroupOut"][];
        };
        /**
         * SettingsSaveIn
         * @description New values by key, and keys that get their default back.
         */
        SettingsSaveIn: {
            /** Version */
            version: number;
            /** Changes */
            changes?: {
                [key: string]: unknown;
            };
            /** Resets */
            resets?: string[];
            /** Reason */
            reason: string;
        };
        /** SettingChangeOut */
        SettingChangeOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Before */
            before: unknown;
            /** After */
            after: unknown;
            /** Reset */
            reset: boolean;
        };
        /** SettingRevisionOut */
        SettingRevisionOut: {
            /** Number */
            number: number;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            changed_by: components["schemas"]["PersonOut"] | null;
            /** Reason */
            reason: string;
            /** Changes */
            changes: components["schemas"]["SettingChangeOut"][];
        };
        /** SettingRevisionsOut */
        SettingRevisionsOut: {
            /** Items */
            items: components["schemas"]["SettingRevisionOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PasswordLinkCheckOut */
        PasswordLinkCheckOut: {
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Min Length */
            min_length: number;
        };
        /** PasswordLinkCheckIn */
        PasswordLinkCheckIn: {
            /** Token */
            token: string;
        };
        /** PasswordLinkRedeemIn */
        PasswordLinkRedeemIn: {
            /** Token */
            token: string;
            /** New Password */
            new_password: string;
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
            /** Object Type Label */
            object_type_label: string;
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
            /** Outcome Label */
            outcome_label: string;
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
            object_types: components["schemas"]["FacetOut"][];
            /** Outcomes */
            outcomes: components["schemas"]["FacetOut"][];
        };
        /** FacetOut */
        FacetOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * AuditElevationOut
         * @description The break-glass grant under which a record was made, as far as the reader may know of it.
         */
        AuditElevationOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            user: components["schemas"]["AuditActorOut"] | null;
            /** Tier */
            tier: number;
            /** Reason Type */
            reason_type: string;
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
            /** Revoked At */
            revoked_at: string | null;
        };
        /** AuditRecordOut */
        AuditRecordOut: {
            record: components["schemas"]["AuditOut"];
            seal: components["schemas"]["AuditSealOut"] | null;
            /** Same Request */
            same_request: components["schemas"]["AuditOut"][];
            /** Same Transaction */
            same_transaction: components["schemas"]["AuditOut"][];
            elevation: components["schemas"]["AuditElevationOut"] | null;
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
         * AuditSubjectOut
         * @description Everything the trail holds about one customer, by whom; `capped` counts the latest records only.
         */
        AuditSubjectOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Customer Label */
            customer_label: string | null;
            /** Records */
            records: number;
            /** Capped */
            capped: boolean;
            /** People */
            people: components["schemas"]["SubjectPersonOut"][];
        };
        /** SubjectActionOut */
        SubjectActionOut: {
            /** Action */
            action: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * SubjectPersonOut
         * @description What one person did about the customer; `reasons` are the latest that were given.
         */
        SubjectPersonOut: {
            actor: components["schemas"]["AuditActorOut"] | null;
            /** Roles */
            roles: string[];
            /** Count */
            count: number;
            /** Denied */
            denied: number;
            /** Elevated */
            elevated: number;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Actions */
            actions: components["schemas"]["SubjectActionOut"][];
            /** Reasons */
            reasons: string[];
        };
        /** AuditFilterCanOut */
        AuditFilterCanOut: {
            /** Update */
            update: boolean;
        };
        /**
         * AuditFilterOut
         * @description A saved filter; `filters` are the explorer's own parameters.
         */
        AuditFilterOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Filters */
            filters: {
                [key: string]: string | string[];
            };
            owner: components["schemas"]["AuditActorOut"] | null;
            /** Shared With */
            shared_with: string | null;
            /** Shared With Name */
            shared_with_name: string | null;
            /** Version */
            version: number;
            can: components["schemas"]["AuditFilterCanOut"];
        };
        /** AuditFiltersOut */
        AuditFiltersOut: {
            /** Items */
            items: components["schemas"]["AuditFilterOut"][];
        };
        /**
         * AuditFilterIn
         * @description A filter to keep: its name, the explorer's filter, and the role that may use it too.
         */
        AuditFilterIn: {
            /** Name */
            name: string;
            filters: components["schemas"]["AuditFilters"];
            /** Shared With */
            shared_with?: string | null;
            /**
             * Version
             * @default 0
             */
            version: number;
        };
        /**
         * AuditFilters
         * @description The explorer's filter in a body.
         */
        AuditFilters: {
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
        /** RemovedOut */
        RemovedOut: {
            /** Removed */
            removed: boolean;
        };
        /**
         * DataSetOut
         * @description Something that I may take out as a file, with its columns.
         */
        DataSetOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Columns */
            columns: components["schemas"]["ExportColumnOut"][];
        };
        /** DataSetsOut */
        DataSetsOut: {
            /** Items */
            items: components["schemas"]["DataSetOut"][];
            /** Formats */
            formats: string[];
        };
        /** ExportColumnOut */
        ExportColumnOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /**
         * ExportIn
         * @description Which rows leave in which form; `columns` are those of the file in their order, all without any.
         *
         *     `csv_excel` is CSV as a spreadsheet in Indonesian opens it: semicolons, decimal commas, the time of the reader's branches.
         */
        ExportIn: {
            /** Data Set */
            data_set: string;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            };
            /**
             * Format
             * @enum {string}
             */
            format: "csv" | "csv_excel" | "ndjson" | "xlsx";
            /** Columns */
            columns?: string[];
        };
        /**
         * ExportPreviewOut
         * @description How many rows the file would have; `capped` says that they are more than one export may have.
         *
         *     `time_zone` is the one that the forms for spreadsheets tell instants in.
         */
        ExportPreviewOut: {
            /** Rows */
            rows: number;
            /** Capped */
            capped: boolean;
            /** Rows Max */
            rows_max: number;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * ExportPreviewIn
         * @description A data set and its filter, as the list of the data set takes it.
         */
        ExportPreviewIn: {
            /** Data Set */
            data_set: string;
            /** Filter */
            filter?: {
                [key: string]: unknown;
            };
        };
        /** RuleNameOut */
        RuleNameOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
        };
        /** StateCountOut */
        StateCountOut: {
            /**
             * State
             * @enum {string}
             */
            state: "NEW" | "IN_REVIEW" | "DISMISSED" | "CONFIRMED";
            /** Count */
            count: number;
            /** Capped */
            capped: boolean;
        };
        /**
         * SuspicionSummaryOut
         * @description What there is to review, and up to when the trail has been looked through.
         */
        SuspicionSummaryOut: {
            /** States */
            states: components["schemas"]["StateCountOut"][];
            /** Rules */
            rules: components["schemas"]["RuleNameOut"][];
            /** Watched Until */
            watched_until: string | null;
        };
        /** SuspicionRuleCanOut */
        SuspicionRuleCanOut: {
            /** Update */
            update: boolean;
        };
        /**
         * SuspicionRuleOut
         * @description One rule: what it looks for and by which numbers.
         */
        SuspicionRuleOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Enabled */
            enabled: boolean;
            /** Thresholds */
            thresholds: components["schemas"]["ThresholdOut"][];
            /** Version */
            version: number;
            /** Changed At */
            changed_at: string | null;
            changed_by: components["schemas"]["AuditActorOut"] | null;
            can: components["schemas"]["SuspicionRuleCanOut"];
        };
        /** SuspicionRulesOut */
        SuspicionRulesOut: {
            /** Items */
            items: components["schemas"]["SuspicionRuleOut"][];
        };
        /** ThresholdOut */
        ThresholdOut: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Value */
            value: number;
            /** Default */
            default: number;
            /** Minimum */
            minimum: number;
            /** Maximum */
            maximum: number;
            /** Whole */
            whole: boolean;
        };
        /**
         * SuspicionRuleIn
         * @description The rule as it should be; thresholds left out take their shipped value.
         */
        SuspicionRuleIn: {
            /** Enabled */
            enabled: boolean;
            /** Thresholds */
            thresholds: {
                [key: string]: number;
            };
            /** Version */
            version: number;
        };
        /**
         * SuspicionAlertsQuery
         * @description Filters; `open` are alerts that nobody has judged yet.
         */
        SuspicionAlertsQuery: {
            /** State */
            state?: ("NEW" | "IN_REVIEW" | "DISMISSED" | "CONFIRMED") | null;
            /** Rule */
            rule?: string | null;
            /** User Id */
            user_id?: string | null;
            /**
             * Open
             * @default false
             */
            open: boolean;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /**
         * SuspicionAlertOut
         * @description One user met one rule on one day: `peak` was counted where the rule's bar was at `bar`, on `rows` records.
         */
        SuspicionAlertOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Rule */
            rule: string;
            /** Rule Title */
            rule_title: string;
            user: components["schemas"]["AuditActorOut"] | null;
            /**
             * Window Start
             * Format: date-time
             */
            window_start: string;
            /**
             * Window End
             * Format: date-time
             */
            window_end: string;
            /**
             * Found At
             * Format: date-time
             */
            found_at: string;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Peak */
            peak: number;
            /** Bar */
            bar: number;
            /** Rows */
            rows: number;
            /**
             * State
             * @enum {string}
             */
            state: "NEW" | "IN_REVIEW" | "DISMISSED" | "CONFIRMED";
            /** Reason */
            reason: string;
            reviewed_by: components["schemas"]["AuditActorOut"] | null;
            /** Reviewed At */
            reviewed_at: string | null;
            /** Version */
            version: number;
            can: components["schemas"]["SuspicionCanOut"];
        };
        /** SuspicionAlertsOut */
        SuspicionAlertsOut: {
            /** Items */
            items: components["schemas"]["SuspicionAlertOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** SuspicionCanOut */
        SuspicionCanOut: {
            /** Review */
            review: boolean;
        };
        /**
         * SuspicionDetailOut
         * @description An alert with the records behind it, in order of time.
         */
        SuspicionDetailOut: {
            alert: components["schemas"]["SuspicionAlertOut"];
            /** Records */
            records: components["schemas"]["AuditOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * SuspicionReviewIn
         * @description A judgement; dismissing and confirming take a reason.
         */
        SuspicionReviewIn: {
            /**
             * State
             * @enum {string}
             */
            state: "NEW" | "IN_REVIEW" | "DISMISSED" | "CONFIRMED";
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Version */
            version: number;
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
         * @description `done` are of the last day; a job that has been waiting for over `late_after_seconds` is late.
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
            /** Late After Seconds */
            late_after_seconds: number;
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
            timer_kinds: components["schemas"]["NamedOut"][];
            /** Queues */
            queues: string[];
            /** Tasks */
            tasks: components["schemas"]["NamedOut"][];
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
         *
         *     `subject_label` is there for who may see the subject.
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
            /** Kind Name */
            kind_name: string;
            /** Subject Type */
            subject_type: string;
            /** Subject Name */
            subject_name: string;
            /** Subject Label */
            subject_label: string | null;
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
            /** Task Name */
            task_name: string;
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
            /** Title */
            title: string;
            /** Subject Type */
            subject_type: string | null;
            /** Subject Name */
            subject_name: string | null;
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
        /**
         * ConfigurationFileOut
         * @description The file. `sha256` is taken over the sections in canonical JSON; two installations with the same one are configured alike.
         */
        ConfigurationFileOut: {
            /** Format */
            format: string;
            /** Version */
            version: number;
            /** Release */
            release: string;
            /**
             * Exported At
             * Format: date-time
             */
            exported_at: string;
            /** Sha256 */
            sha256: string;
            /** Sections */
            sections: {
                [key: string]: unknown;
            };
        };
        /**
         * ConfigurationChangeOut
         * @description One change in a sentence; `path` is its place in the file's sections. After one that `lowers`, less is protected than before.
         */
        ConfigurationChangeOut: {
            /** Section */
            section: string;
            /** Section Name */
            section_name: string;
            /** Path */
            path: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "added" | "changed" | "removed";
            /** Sentence */
            sentence: string;
            /** Lowers */
            lowers: boolean;
        };
        /**
         * ConfigurationPlanOut
         * @description What an import changes, or has changed, first what lowers protection (`lowering` counts it). With one problem nothing is brought in.
         */
        ConfigurationPlanOut: {
            /** Stands */
            stands: string;
            /** Changes */
            changes: components["schemas"]["ConfigurationChangeOut"][];
            /** Problems */
            problems: components["schemas"]["ConfigurationProblemOut"][];
            /** Lowering */
            lowering: number;
            /** Can Import */
            can_import: boolean;
        };
        /** ConfigurationProblemOut */
        ConfigurationProblemOut: {
            /** Section */
            section: string;
            /** Section Name */
            section_name: string;
            /** Path */
            path: string;
            /** Message */
            message: string;
        };
        /**
         * ConfigurationPreviewIn
         * @description The file as it was exported.
         */
        ConfigurationPreviewIn: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
        };
        /**
         * ConfigurationImportIn
         * @description The file, and the fingerprint of the configuration that its preview was compared with (`stands`).
         */
        ConfigurationImportIn: {
            /** Document */
            document: {
                [key: string]: unknown;
            };
            /** Stands */
            stands: string;
            /** Reason */
            reason: string;
            /**
             * Lowering Seen
             * @default false
             */
            lowering_seen: boolean;
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
        /**
         * After
         * @description When a timer is due: seconds, or working seconds of a calendar, after the state was entered; or a field's own instant.
         */
        WorkflowAfter: {
            /** Seconds */
            seconds?: number | null;
            /** Working Seconds */
            working_seconds?: number | null;
            /** Calendar */
            calendar?: string | null;
            /** Field */
            field?: string | null;
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
        WorkflowState: {
            [key: string]: unknown;
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
        /**
         * Then
         * @description What a due timer does: a transition from its state, or a registered action with its parameters.
         */
        WorkflowThen: {
            /** Transition */
            transition?: string | null;
            /** Action */
            action?: string | null;
            /** With */
            with?: {
                [key: string]: unknown;
            } | null;
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
            /** Statuses */
            statuses: components["schemas"]["WorkflowNamedOut"][];
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
            status: ("WAITING" | "RUNNING" | "DONE" | "CANCELLED") | null;
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
        /** DocumentCanOut */
        DocumentCanOut: {
            /** Download */
            download: boolean;
            /** Hide */
            hide: boolean;
        };
        /** DocumentKindOut */
        DocumentKindOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Tier */
            tier: number;
        };
        /**
         * DocumentOut
         * @description A document. `size` is in bytes, null before the product has made the file; `scan_state` what a malware scan said, `rendered` whether the product made it.
         */
        DocumentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
            /** Kind */
            kind: string;
            /** Kind Name */
            kind_name: string;
            /** Title */
            title: string;
            /** File Name */
            file_name: string;
            /** Media Type */
            media_type: string;
            /** Size */
            size: number | null;
            /** Tier */
            tier: number;
            /** Version */
            version: number;
            /** Retention */
            retention: string;
            /**
             * Keep Until
             * Format: date
             */
            keep_until: string;
            /** Scan State */
            scan_state: string;
            /** Rendered */
            rendered: boolean;
            uploaded_by: components["schemas"]["DocumentPersonOut"];
            /**
             * Uploaded At
             * Format: date-time
             */
            uploaded_at: string;
            can: components["schemas"]["DocumentCanOut"];
            /**
             * Reasons
             * @description why not, for what the caller may not do
             */
            reasons: {
                [key: string]: string;
            };
        };
        /** DocumentPersonOut */
        DocumentPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * DocumentsOut
         * @description One page of the documents of a record. `kinds` and `max_bytes` are what may be attached; `can_attach` whether at all.
         */
        DocumentsOut: {
            /** Items */
            items: components["schemas"]["DocumentOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Can Attach */
            can_attach: boolean;
            /** Attach Reason */
            attach_reason: string | null;
            /** Kinds */
            kinds: components["schemas"]["DocumentKindOut"][];
            /** Max Bytes */
            max_bytes: number;
            /**
             * Accepts
             * @description extensions of files that are taken
             */
            accepts: string[];
        };
        /**
         * DocumentIn
         * @description The fields that come with a file. Without a title the file's name is the title; the tier is raised where kind or record demand it.
         */
        DocumentIn: {
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
            /** Kind */
            kind: string;
            /**
             * Title
             * @default
             */
            title: string;
            /** Tier */
            tier?: number | null;
        };
        /** DocumentHideIn */
        DocumentHideIn: {
            /** Reason */
            reason: string;
        };
        /** AccessNamedOut */
        AccessNamedOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * AccessOptionsOut
         * @description What I may ask for.
         */
        AccessOptionsOut: {
            /** Reasons */
            reasons: components["schemas"]["AccessReasonOut"][];
            /** Tiers */
            tiers: components["schemas"]["AccessTierOut"][];
            /** Sources */
            sources: components["schemas"]["AccessNamedOut"][];
            /** Least Minutes */
            least_minutes: number;
            /** Most Minutes */
            most_minutes: number;
            /** Least Reason */
            least_reason: number;
            /** Largest Sample */
            largest_sample: number;
            /** Longest Period Days */
            longest_period_days: number;
            /** Self Approval */
            self_approval: boolean;
            /**
             * Can
             * @description ask, sample, decide, follow
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * AccessReasonOut
         * @description `sample` reasons are for samples only.
         */
        AccessReasonOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Sample */
            sample: boolean;
        };
        /** AccessTierOut */
        AccessTierOut: {
            /** Tier */
            tier: number;
            /** Name */
            name: string;
        };
        /** AccessBranchOut */
        AccessBranchOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * AccessCardOut
         * @description A customer as somebody without any reach may know it: masked.
         */
        AccessCardOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Name */
            name: string;
            /** Cif */
            cif: string | null;
            branch: components["schemas"]["AccessBranchOut"] | null;
            /** Segment */
            segment: string;
            /** Status */
            status: string;
        };
        /** AccessCardsOut */
        AccessCardsOut: {
            /** Items */
            items: components["schemas"]["AccessCardOut"][];
        };
        /** AccessLookupIn */
        AccessLookupIn: {
            /** Identifier */
            identifier: string;
        };
        /**
         * AccessListIn
         * @description `status` may be repeated; `from` is inclusive, `to` exclusive.
         */
        AccessListIn: {
            /**
             * Status
             * @default []
             */
            status: ("REQUESTED" | "ACTIVE" | "REJECTED" | "WITHDRAWN" | "LAPSED" | "ENDED" | "REVOKED" | "EXPIRED")[];
            /**
             * Mine
             * @default false
             */
            mine: boolean;
            /** Requested By */
            requested_by?: string | null;
            /** Reason Code */
            reason_code?: string | null;
            /** Customer Id */
            customer_id?: string | null;
            /** Reviewed */
            reviewed?: boolean | null;
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
        /** AccessCustomerOut */
        AccessCustomerOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Name */
            name: string;
            /** Cif */
            cif: string | null;
        };
        /** AccessLatestReviewOut */
        AccessLatestReviewOut: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "FINE" | "CONCERN";
            /**
             * Reviewed At
             * Format: date-time
             */
            reviewed_at: string;
        };
        /** AccessPersonOut */
        AccessPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * AccessRequestOut
         * @description A request, and the grant that it became. `acts` (what was done under it) and reviews are for compliance.
         */
        AccessRequestOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "REQUESTED" | "ACTIVE" | "REJECTED" | "WITHDRAWN" | "LAPSED" | "ENDED" | "REVOKED" | "EXPIRED";
            /** Reason Code */
            reason_code: string;
            /** Reason Name */
            reason_name: string;
            /** Reason */
            reason: string;
            /** Ticket */
            ticket: string;
            /** Tier */
            tier: number;
            /** Minutes */
            minutes: number;
            requested_by: components["schemas"]["AccessPersonOut"];
            /** Requester Role */
            requester_role: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            customer: components["schemas"]["AccessCustomerOut"] | null;
            sample: components["schemas"]["AccessSampleRefOut"] | null;
            branch: components["schemas"]["AccessBranchOut"] | null;
            decided_by: components["schemas"]["AccessPersonOut"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Note */
            decision_note: string;
            /** Self Approved */
            self_approved: boolean;
            /** Starts At */
            starts_at: string | null;
            /** Ends At */
            ends_at: string | null;
            /** Remaining Seconds */
            remaining_seconds: number | null;
            closed_by: components["schemas"]["AccessPersonOut"] | null;
            /** Closed At */
            closed_at: string | null;
            /** Close Note */
            close_note: string;
            /** Acts */
            acts: number | null;
            review: components["schemas"]["AccessLatestReviewOut"] | null;
            /** Mine */
            mine: boolean;
            /**
             * Can
             * @description approve, reject, self_approve, withdraw, end, revoke, review, follow, open
             */
            can: {
                [key: string]: boolean;
            };
        };
        /** AccessRequestsOut */
        AccessRequestsOut: {
            /** Items */
            items: components["schemas"]["AccessRequestOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** AccessSampleRefOut */
        AccessSampleRefOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Size */
            size: number | null;
        };
        /** AccessRequestDetailOut */
        AccessRequestDetailOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "REQUESTED" | "ACTIVE" | "REJECTED" | "WITHDRAWN" | "LAPSED" | "ENDED" | "REVOKED" | "EXPIRED";
            /** Reason Code */
            reason_code: string;
            /** Reason Name */
            reason_name: string;
            /** Reason */
            reason: string;
            /** Ticket */
            ticket: string;
            /** Tier */
            tier: number;
            /** Minutes */
            minutes: number;
            requested_by: components["schemas"]["AccessPersonOut"];
            /** Requester Role */
            requester_role: string;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            customer: components["schemas"]["AccessCustomerOut"] | null;
            sample: components["schemas"]["AccessSampleRefOut"] | null;
            branch: components["schemas"]["AccessBranchOut"] | null;
            decided_by: components["schemas"]["AccessPersonOut"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Note */
            decision_note: string;
            /** Self Approved */
            self_approved: boolean;
            /** Starts At */
            starts_at: string | null;
            /** Ends At */
            ends_at: string | null;
            /** Remaining Seconds */
            remaining_seconds: number | null;
            closed_by: components["schemas"]["AccessPersonOut"] | null;
            /** Closed At */
            closed_at: string | null;
            /** Close Note */
            close_note: string;
            /** Acts */
            acts: number | null;
            review: components["schemas"]["AccessLatestReviewOut"] | null;
            /** Mine */
            mine: boolean;
            /**
             * Can
             * @description approve, reject, self_approve, withdraw, end, revoke, review, follow, open
             */
            can: {
                [key: string]: boolean;
            };
            /** Reviews */
            reviews: components["schemas"]["AccessReviewOut"][];
        };
        /** AccessReviewOut */
        AccessReviewOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "FINE" | "CONCERN";
            /** Note */
            note: string;
            /**
             * Reviewed At
             * Format: date-time
             */
            reviewed_at: string;
            reviewed_by: components["schemas"]["AccessPersonOut"];
        };
        /**
         * AccessRequestIn
         * @description One customer or one sample. `minutes` count from the approval.
         */
        AccessRequestIn: {
            /** Customer Id */
            customer_id?: string | null;
            /** Sample Id */
            sample_id?: string | null;
            /** Reason Code */
            reason_code: string;
            /** Reason */
            reason: string;
            /** Ticket */
            ticket: string;
            /** Minutes */
            minutes: number;
            /**
             * Tier
             * @default 1
             */
            tier: number;
        };
        /**
         * AccessActiveOut
         * @description The grant that I act under now.
         */
        AccessActiveOut: {
            grant: components["schemas"]["AccessRequestOut"] | null;
        };
        /** AccessFiguresOut */
        AccessFiguresOut: {
            /** Months */
            months: components["schemas"]["AccessMonthOut"][];
        };
        /** AccessMonthOut */
        AccessMonthOut: {
            /** Month */
            month: string;
            /** Opened */
            opened: number;
            /** Self Approved */
            self_approved: number;
            /** Requested */
            requested: number;
            /** Rejected */
            rejected: number;
            /** Concerns */
            concerns: number;
        };
        /** AccessDecisionIn */
        AccessDecisionIn: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * AccessActOut
         * @description A row of the trail that was written under the grant.
         */
        AccessActOut: {
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
            /** Object Label */
            object_label: string | null;
            /** Customer Id */
            customer_id: string | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "ALLOWED" | "DENIED" | "FAILED";
            /** Meta */
            meta: {
                [key: string]: unknown;
            };
        };
        /** AccessActsOut */
        AccessActsOut: {
            /** Items */
            items: components["schemas"]["AccessActOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** AccessReviewIn */
        AccessReviewIn: {
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "FINE" | "CONCERN";
            /** Note */
            note: string;
        };
        /**
         * SampleOut
         * @description A sample: `size` drawn of a `population`, of which so many were noted.
         */
        SampleOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Source */
            source: string;
            /** Source Name */
            source_name: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            branch: components["schemas"]["AccessBranchOut"] | null;
            /** Seed */
            seed: string;
            /** Size */
            size: number;
            /** Population */
            population: number;
            drawn_by: components["schemas"]["AccessPersonOut"];
            /**
             * Drawn At
             * Format: date-time
             */
            drawn_at: string;
            /** Noted */
            noted: number;
            /** Concerns */
            concerns: number;
        };
        /** SamplesOut */
        SamplesOut: {
            /** Items */
            items: components["schemas"]["SampleOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** SampleDetailOut */
        SampleDetailOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Source */
            source: string;
            /** Source Name */
            source_name: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            branch: components["schemas"]["AccessBranchOut"] | null;
            /** Seed */
            seed: string;
            /** Size */
            size: number;
            /** Population */
            population: number;
            drawn_by: components["schemas"]["AccessPersonOut"];
            /**
             * Drawn At
             * Format: date-time
             */
            drawn_at: string;
            /** Noted */
            noted: number;
            /** Concerns */
            concerns: number;
            /** Items */
            items: components["schemas"]["SampleItemOut"][];
            /** Requests */
            requests: components["schemas"]["AccessRequestOut"][];
            /**
             * Can
             * @description request, note
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * SampleItemOut
         * @description A drawn item: `by` opened the profile then.
         */
        SampleItemOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Position */
            position: number;
            /**
             * Ref
             * Format: uuid
             */
            ref: string;
            /**
             * Occurred At
             * Format: date-time
             */
            occurred_at: string;
            by: components["schemas"]["AccessPersonOut"] | null;
            customer: components["schemas"]["AccessCustomerOut"];
            branch: components["schemas"]["AccessBranchOut"] | null;
            /** Finding */
            finding: ("FINE" | "CONCERN") | null;
            /** Note */
            note: string;
            /** Noted At */
            noted_at: string | null;
        };
        /**
         * SampleDrawIn
         * @description Without a seed one is made. `since` is inclusive, `until` exclusive.
         */
        SampleDrawIn: {
            /**
             * Source
             * @default PROFILE_VIEWS
             */
            source: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Size */
            size: number;
            /** Seed */
            seed?: string | null;
            /** Branch Code */
            branch_code?: string | null;
        };
        /** FindingIn */
        FindingIn: {
            /**
             * Finding
             * @enum {string}
             */
            finding: "FINE" | "CONCERN";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * SearchQueryIn
         * @description The text of the search box and what narrows its hits; without a text, what narrows lists whom it names.
         */
        SearchQueryIn: {
            /** Q */
            q: string;
            /** Branch */
            branch?: string | null;
            /** Segment */
            segment?: string | null;
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
         * @description A search result: where the query matched (`marks` are start and end in `name`), how well and why; `wider` ones fill free places. Filters alone match nothing.
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
            /** Match */
            match: ("EXACT" | "PARTIAL" | "POSSIBLE_DUPLICATE") | null;
            reason: components["schemas"]["ReasonOut"] | null;
            /** Wider */
            wider: boolean;
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
         * SearchIn
         * @description The same in a body.
         */
        SearchIn: {
            /** Q */
            q: string;
            /** Branch */
            branch?: string | null;
            /** Segment */
            segment?: string | null;
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
            /**
             * Askers
             * @description who asked for the same later, and is told of the outcome as well
             */
            askers: components["schemas"]["PersonRefOut"][];
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
        /**
         * ImportChangeOut
         * @description One field that an import changed, masked; of a birth date the age. `concealed`: they differ in what the mask hides.
         */
        ImportChangeOut: {
            /**
             * Change Id
             * Format: uuid
             */
            change_id: string;
            /**
             * Run Id
             * Format: uuid
             */
            run_id: string;
            /** Field */
            field: string;
            /** Before */
            before: string | null;
            /** After */
            after: string | null;
            /** Concealed */
            concealed: boolean;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /** ImportChangesOut */
        ImportChangesOut: {
            /** Items */
            items: components["schemas"]["ImportChangeOut"][];
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
        /**
         * ManagerOut
         * @description A relationship manager with the branches they work for and the customers they serve, as far as the caller reaches.
         */
        ManagerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Full Name */
            full_name: string;
            /** Branches */
            branches: string[];
            /** Customers */
            customers: number;
        };
        /** ManagersOut */
        ManagersOut: {
            /** Items */
            items: components["schemas"]["ManagerOut"][];
        };
        /** ColleagueOut */
        ColleagueOut: {
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
        /** PortfolioCanOut */
        PortfolioCanOut: {
            /** Assign */
            assign: boolean;
        };
        /**
         * PortfolioCustomerOut
         * @description A customer and their manager; the name is masked for who does not read the customer.
         */
        PortfolioCustomerOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Name */
            name: string;
            /** Cif Masked */
            cif_masked: string | null;
            branch: components["schemas"]["BranchRefOut"];
            rm: components["schemas"]["ColleagueOut"] | null;
            /** Since */
            since: string | null;
            can: components["schemas"]["PortfolioCanOut"];
        };
        /** PortfolioCustomersOut */
        PortfolioCustomersOut: {
            /** Items */
            items: components["schemas"]["PortfolioCustomerOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** PortfolioHistoryOut */
        PortfolioHistoryOut: {
            /** Items */
            items: components["schemas"]["PortfolioSpellOut"][];
        };
        /** PortfolioSpellOut */
        PortfolioSpellOut: {
            rm: components["schemas"]["ColleagueOut"] | null;
            /**
             * Assigned At
             * Format: date-time
             */
            assigned_at: string;
            assigned_by: components["schemas"]["ColleagueOut"] | null;
            /** Ended At */
            ended_at: string | null;
        };
        /** PortfolioAssignOut */
        PortfolioAssignOut: {
            /** Assigned */
            assigned: number;
            /** Unchanged */
            unchanged: number;
            /** Refused */
            refused: number;
            /** Rows */
            rows: components["schemas"]["PortfolioOutcomeOut"][];
        };
        /** PortfolioOutcomeOut */
        PortfolioOutcomeOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "ASSIGNED" | "UNCHANGED" | "REFUSED";
            /** Reason */
            reason: string | null;
        };
        /**
         * PortfolioAssignIn
         * @description Customers and who shall serve them; null leaves them without a manager.
         */
        PortfolioAssignIn: {
            /** Customer Ids */
            customer_ids: string[];
            /** Rm User Id */
            rm_user_id: string | null;
            /** Reason */
            reason: string;
        };
        /** PortfolioMoveOut */
        PortfolioMoveOut: {
            /** Moved */
            moved: number;
            /** Refused */
            refused: number;
        };
        /**
         * PortfolioMoveIn
         * @description A whole portfolio, or its part in one branch.
         */
        PortfolioMoveIn: {
            /**
             * From Rm User Id
             * Format: uuid
             */
            from_rm_user_id: string;
            /**
             * To Rm User Id
             * Format: uuid
             */
            to_rm_user_id: string;
            /** Branch */
            branch?: string | null;
            /** Reason */
            reason: string;
        };
        /** CodeNamesOut */
        CodeNamesOut: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** CodeOut */
        CodeOut: {
            /**
             * List
             * @enum {string}
             */
            list: "SEGMENT" | "PRODUCT" | "RELATIONSHIP";
            /** Code */
            code: string;
            /** Name */
            name: string;
            names: components["schemas"]["CodeNamesOut"];
            /** Position */
            position: number;
            /** Is Active */
            is_active: boolean;
            /** Version */
            version: number;
            /**
             * Can
             * @description update
             */
            can: {
                [key: string]: boolean;
            };
        };
        /** CodesOut */
        CodesOut: {
            /** Items */
            items: components["schemas"]["CodeOut"][];
        };
        /** CodeIn */
        CodeIn: {
            names: components["schemas"]["CodeNamesIn"];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /**
             * List
             * @enum {string}
             */
            list: "SEGMENT" | "PRODUCT" | "RELATIONSHIP";
            /** Code */
            code: string;
        };
        /** CodeNamesIn */
        CodeNamesIn: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** CodeUpdateIn */
        CodeUpdateIn: {
            names: components["schemas"]["CodeNamesIn"];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Version */
            version: number;
        };
        /** CustomerBranchIn */
        CustomerBranchIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /** Branch Code */
            branch_code: string;
        };
        /**
         * RelationshipIn
         * @description The customer is, in this role, tied to the related one.
         */
        RelationshipIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /**
             * Related Customer Id
             * Format: uuid
             */
            related_customer_id: string;
            /** Kind */
            kind: string;
            /**
             * Role
             * @default
             */
            role: string;
            /** Valid From */
            valid_from?: string | null;
        };
        /**
         * RelationshipEndIn
         * @description Without a day the tie goes on.
         */
        RelationshipEndIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /** Valid To */
            valid_to: string | null;
        };
        /**
         * CustomerEditIn
         * @description `version` is the one that the steward saw.
         */
        CustomerEditIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /**
         * RetiredIdentifierOut
         * @description A number that is out of use, since when and by whom.
         */
        RetiredIdentifierOut: {
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
            /**
             * Retired At
             * Format: date-time
             */
            retired_at: string;
            retired_by: components["schemas"]["PersonRefOut"];
        };
        /** RetiredIdentifiersOut */
        RetiredIdentifiersOut: {
            /** Items */
            items: components["schemas"]["RetiredIdentifierOut"][];
        };
        /** IdentifierIn */
        IdentifierIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /**
             * Id Type
             * @enum {string}
             */
            id_type: "CIF" | "NIK" | "ACCOUNT_NO" | "METER_NO" | "MEMBER_NO";
            /** Value */
            value: string;
            /**
             * Is Primary
             * @default false
             */
            is_primary: boolean;
            /**
             * Verified
             * @default false
             */
            verified: boolean;
        };
        /** IdentifierVerifyIn */
        IdentifierVerifyIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
            /** Verified */
            verified: boolean;
        };
        /** CaseBranchOut */
        CaseBranchOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CaseCategoryChoiceOut
         * @description A category in use; one without `covered` has no service level in force today, so no case can be opened in it.
         */
        CaseCategoryChoiceOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Sensitive */
            sensitive: boolean;
            /** Parent */
            parent: string | null;
            /** Covered */
            covered: boolean;
        };
        /** CaseChoiceOut */
        CaseChoiceOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /** CaseCodeOut */
        CaseCodeOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CaseOptionsOut
         * @description What can be chosen when cases are received, listed and handled. `branches` are mine; `kind_of_channel` is null where the kind is asked.
         */
        CaseOptionsOut: {
            /** Channels */
            channels: components["schemas"]["CaseChoiceOut"][];
            /** Kinds */
            kinds: components["schemas"]["CaseChoiceOut"][];
            /** Priorities */
            priorities: components["schemas"]["CaseChoiceOut"][];
            /** Statuses */
            statuses: components["schemas"]["CaseChoiceOut"][];
            /** Categories */
            categories: components["schemas"]["CaseCategoryChoiceOut"][];
            /** Products */
            products: components["schemas"]["CaseCodeOut"][];
            /** Resolutions */
            resolutions: components["schemas"]["CaseCodeOut"][];
            /** Units */
            units: components["schemas"]["CaseUnitOut"][];
            /** Branches */
            branches: components["schemas"]["CaseBranchOut"][];
            /** Contact Preferences */
            contact_preferences: components["schemas"]["CaseChoiceOut"][];
            /** Pause Reasons */
            pause_reasons: components["schemas"]["CaseChoiceOut"][];
            /** Extension Reasons */
            extension_reasons: components["schemas"]["CaseChoiceOut"][];
            /** Kind Of Channel */
            kind_of_channel: {
                [key: string]: ("VERBAL" | "WRITTEN") | null;
            };
        };
        /** CaseUnitOut */
        CaseUnitOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** CaseCategoryRefOut */
        CaseCategoryRefOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Sensitive */
            sensitive: boolean;
            /** Parent */
            parent: string | null;
        };
        /**
         * CaseDuplicateOut
         * @description An open case of the customer that tells of the same thing; `likeness` goes from 0 to 1.
         */
        CaseDuplicateOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Case No */
            case_no: string;
            /**
             * Status
             * @enum {string}
             */
            status: "NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED";
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            category: components["schemas"]["CaseCategoryRefOut"];
            /** Excerpt */
            excerpt: string;
            /** Likeness */
            likeness: number;
        };
        /** CasePersonOut */
        CasePersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * CasePreviewOut
         * @description What a case would be, were it opened now. Where none can be, `covered` is false and `reason` says why.
         *
         *     `kind` is absent where it has to be asked first, and so is the law's due time, which follows from it.
         */
        CasePreviewOut: {
            branch: components["schemas"]["CaseBranchOut"];
            /** Kind */
            kind: ("VERBAL" | "WRITTEN") | null;
            /** Covered */
            covered: boolean;
            /** Reason */
            reason: string | null;
            /** Sla Due At */
            sla_due_at: string | null;
            /** First Response Due At */
            first_response_due_at: string | null;
            /** Legal Due At */
            legal_due_at: string | null;
            /** Policy */
            policy: string | null;
            unit: components["schemas"]["CaseUnitOut"] | null;
            assignee: components["schemas"]["CasePersonOut"] | null;
            /** Assignee Reason */
            assignee_reason: string | null;
            /** Receipt Channel */
            receipt_channel: ("SMS" | "WHATSAPP" | "EMAIL") | null;
            /** Duplicates */
            duplicates: components["schemas"]["CaseDuplicateOut"][];
        };
        /**
         * CasePreviewIn
         * @description `kind` is asked for only where the channel does not say it (see `cases_options`).
         */
        CasePreviewIn: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Channel
             * @enum {string}
             */
            channel: "BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB";
            /** Kind */
            kind?: ("VERBAL" | "WRITTEN") | null;
            /** Category Code */
            category_code: string;
            /**
             * Priority
             * @enum {string}
             */
            priority: "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            /**
             * Description
             * @default
             */
            description: string;
        };
        /**
         * CaseContentOut
         * @description What the complaint says and what was answered. `proposed_response` waits for its review, or was given back.
         */
        CaseContentOut: {
            /** Description */
            description: string;
            /** Contact Preference */
            contact_preference: string;
            /** Product */
            product: string;
            /** Transaction Ref */
            transaction_ref: string;
            /** Amount */
            amount: string | null;
            /** Complainant */
            complainant: string;
            /** Complainant Authority */
            complainant_authority: string;
            /** Final Response */
            final_response: string | null;
            /** Proposed Response */
            proposed_response: string | null;
            proposed_by: components["schemas"]["CasePersonOut"] | null;
            resolution: components["schemas"]["CaseResolutionRefOut"] | null;
            created_by: components["schemas"]["CasePersonOut"] | null;
            closed_by: components["schemas"]["CasePersonOut"] | null;
            receipt: components["schemas"]["CaseReceiptOut"] | null;
            /** Duplicates */
            duplicates: number;
        };
        /** CaseCustomerOut */
        CaseCustomerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /** CaseExtensionOut */
        CaseExtensionOut: {
            /**
             * Status
             * @enum {string}
             */
            status: "WAITING" | "APPROVED" | "REFUSED";
            /** Reason Code */
            reason_code: string;
            /** Note */
            note: string;
            requested_by: components["schemas"]["CasePersonOut"];
            decided_by: components["schemas"]["CasePersonOut"] | null;
        };
        /**
         * CaseMessageStateOut
         * @description How far a message is on its way; QUEUED waits to be sent and was not sent yet.
         */
        CaseMessageStateOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Channel */
            channel: string;
            /**
             * Status
             * @enum {string}
             */
            status: "QUEUED" | "SENT" | "DELIVERED" | "FAILED";
            /**
             * Queued At
             * Format: date-time
             */
            queued_at: string;
            /** Sent At */
            sent_at: string | null;
        };
        /**
         * CaseOut
         * @description A case as its page shows it; `reasons` say why an act is not possible. Of a hidden one `content` is absent.
         */
        CaseOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Case No */
            case_no: string;
            customer: components["schemas"]["CaseCustomerOut"];
            branch: components["schemas"]["CaseBranchOut"];
            /** Channel */
            channel: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WEB" | "WHATSAPP") | null;
            /** Kind */
            kind: ("VERBAL" | "WRITTEN") | null;
            category: components["schemas"]["CaseCategoryRefOut"] | null;
            /** Priority */
            priority: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL") | null;
            /**
             * Status
             * @enum {string}
             */
            status: "NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED";
            /** State Name */
            state_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Sla Due At
             * Format: date-time
             */
            sla_due_at: string;
            /** First Response Due At */
            first_response_due_at: string | null;
            /** Legal Due At */
            legal_due_at: string | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Due Clock */
            due_clock: ("RESOLUTION" | "LEGAL") | null;
            /**
             * Next Due At
             * Format: date-time
             */
            next_due_at: string;
            /** Next Clock */
            next_clock: ("FIRST_RESPONSE" | "RESOLUTION" | "LEGAL") | null;
            /** Excerpt */
            excerpt: string | null;
            /** First Responded At */
            first_responded_at: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Breached */
            breached: boolean | null;
            /** Waiting */
            waiting: boolean | null;
            assignee: components["schemas"]["CasePersonOut"] | null;
            unit: components["schemas"]["CaseUnitOut"] | null;
            /** Escalation Level */
            escalation_level: number | null;
            /** Reopened */
            reopened: number | null;
            /** Review */
            review: ("WAITING" | "RETURNED") | null;
            /** Version */
            version: number | null;
            /** Hidden */
            hidden: boolean;
            /**
             * Can
             * @description open, take, assign, claim, escalate, wait, resume, note, message, respond, review, close, reopen, reclassify, extend, decide_extension, attach, move, watch, remind
             */
            can: {
                [key: string]: boolean;
            };
            content: components["schemas"]["CaseContentOut"] | null;
            /** Hidden Reason */
            hidden_reason: string | null;
            /** Reasons */
            reasons: {
                [key: string]: string;
            };
            /** Watching */
            watching: boolean;
            /** Watchers */
            watchers: number;
            /** Reminders */
            reminders: components["schemas"]["CaseReminderOut"][];
            extension: components["schemas"]["CaseExtensionOut"] | null;
            /**
             * First Updated At
             * @description When a person first did something in the case after it was received
             */
            first_updated_at: string | null;
            /** Moves */
            moves: components["schemas"]["CaseMoveOut"][];
            customer_phone: components["schemas"]["CasePhoneOut"] | null;
        };
        /**
         * CaseReceiptOut
         * @description The paper and its message; `words` to be read out come with the case when it is opened, and later stand in the paper alone.
         */
        CaseReceiptOut: {
            /**
             * Document Id
             * Format: uuid
             */
            document_id: string;
            message: components["schemas"]["CaseMessageStateOut"] | null;
            words?: components["schemas"]["CaseReceiptWordsOut"] | null;
        };
        /**
         * CaseReceiptWordsOut
         * @description What a receipt says beside the case itself, masked as on paper; an empty text has no line there.
         */
        CaseReceiptWordsOut: {
            /** Customer Name */
            customer_name: string;
            /** Identity */
            identity: string;
            /** Phone */
            phone: string;
            /** Officer */
            officer: string;
            /** Office Name */
            office_name: string;
            /** Office Phone */
            office_phone: string;
        };
        /** CaseReminderOut */
        CaseReminderOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
        };
        /** CaseResolutionRefOut */
        CaseResolutionRefOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * CaseCreateIn
         * @description A complaint. Who complains for the customer names the authority for it; `amount` is in rupiah.
         */
        CaseCreateIn: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /**
             * Channel
             * @enum {string}
             */
            channel: "BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB";
            /** Kind */
            kind?: ("VERBAL" | "WRITTEN") | null;
            /** Category Code */
            category_code: string;
            /**
             * Priority
             * @enum {string}
             */
            priority: "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            /** Description */
            description: string;
            /**
             * Contact Preference
             * @default
             * @enum {string}
             */
            contact_preference: "" | "PHONE" | "WHATSAPP" | "EMAIL" | "BRANCH" | "LETTER";
            /**
             * Product
             * @default
             */
            product: string;
            /**
             * Transaction Ref
             * @default
             */
            transaction_ref: string;
            /** Amount */
            amount?: number | string | null;
            /**
             * Complainant
             * @default
             */
            complainant: string;
            /**
             * Complainant Authority
             * @default
             */
            complainant_authority: string;
        };
        /**
         * CaseListQuery
         * @description The queue, the cases of one customer, or a case by its number.
         */
        CaseListQuery: {
            /** Branch */
            branch?: string[];
            /** Status */
            status?: ("NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED")[];
            /** Priority */
            priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
            /** Category */
            category?: string[];
            /** Channel */
            channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB")[];
            /** Product */
            product?: string[];
            /** Assignee */
            assignee?: string | ("me" | "none") | null;
            /** Unit */
            unit?: string | null;
            /**
             * Overdue
             * @default false
             */
            overdue: boolean;
            /**
             * First Late
             * @description no first response yet, although it is due
             * @default false
             */
            first_late: boolean;
            /**
             * Watched
             * @default false
             */
            watched: boolean;
            /** Review */
            review?: ("WAITING" | "RETURNED") | null;
            /** Scope */
            scope?: ("open" | "resolved" | "closed" | "all") | null;
            /** Sort */
            sort?: ("due" | "-created" | "priority" | "-closed") | null;
            /** Closed Since */
            closed_since?: string | null;
            /** Closed Until */
            closed_until?: string | null;
            /** Customer Id */
            customer_id?: string | null;
            /**
             * Q
             * @description a case number, whole or its last part
             */
            q?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** CaseListOut */
        CaseListOut: {
            /** Items */
            items: components["schemas"]["CaseRowOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CaseRowOut
         * @description A case in a list. Of a `hidden` one only number, status, dates, branch and customer are filled.
         *
         *     `state_name` is of a state that the organisation added; `status` is what it counts as. `due_at` is the earlier of the service level's and the law's due time, `due_clock` says which;
         *     `next_due_at` is that of the nearest clock that is not met yet, the first response among them, `next_clock` says which. `excerpt` are its first words; of a
         *     sensitive case they are read on its page, where reading is recorded.
         */
        CaseRowOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Case No */
            case_no: string;
            customer: components["schemas"]["CaseCustomerOut"];
            branch: components["schemas"]["CaseBranchOut"];
            /** Channel */
            channel: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WEB" | "WHATSAPP") | null;
            /** Kind */
            kind: ("VERBAL" | "WRITTEN") | null;
            category: components["schemas"]["CaseCategoryRefOut"] | null;
            /** Priority */
            priority: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL") | null;
            /**
             * Status
             * @enum {string}
             */
            status: "NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED";
            /** State Name */
            state_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Sla Due At
             * Format: date-time
             */
            sla_due_at: string;
            /** First Response Due At */
            first_response_due_at: string | null;
            /** Legal Due At */
            legal_due_at: string | null;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Due Clock */
            due_clock: ("RESOLUTION" | "LEGAL") | null;
            /**
             * Next Due At
             * Format: date-time
             */
            next_due_at: string;
            /** Next Clock */
            next_clock: ("FIRST_RESPONSE" | "RESOLUTION" | "LEGAL") | null;
            /** Excerpt */
            excerpt: string | null;
            /** First Responded At */
            first_responded_at: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Closed At */
            closed_at: string | null;
            /** Breached */
            breached: boolean | null;
            /** Waiting */
            waiting: boolean | null;
            assignee: components["schemas"]["CasePersonOut"] | null;
            unit: components["schemas"]["CaseUnitOut"] | null;
            /** Escalation Level */
            escalation_level: number | null;
            /** Reopened */
            reopened: number | null;
            /** Review */
            review: ("WAITING" | "RETURNED") | null;
            /** Version */
            version: number | null;
            /** Hidden */
            hidden: boolean;
            /**
             * Can
             * @description open, assign, claim, escalate, respond, close
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * CaseCountOut
         * @description How many; a `capped` count is a lower bound.
         */
        CaseCountOut: {
            /** Count */
            count: number;
            /** Capped */
            capped: boolean;
        };
        /** CaseCountsOut */
        CaseCountsOut: {
            total: components["schemas"]["CaseCountOut"];
            overdue: components["schemas"]["CaseCountOut"];
            due_soon: components["schemas"]["CaseCountOut"];
            first_late: components["schemas"]["CaseCountOut"];
            unassigned: components["schemas"]["CaseCountOut"];
        };
        /**
         * CaseBoardOut
         * @description Who has how much, the most burdened first.
         */
        CaseBoardOut: {
            /** People */
            people: components["schemas"]["CaseWorkerOut"][];
            unassigned: components["schemas"]["CaseLoadOut"];
        };
        /**
         * CaseLoadOut
         * @description The open cases of somebody, or of nobody; `oldest_due_at` is the nearest due time.
         */
        CaseLoadOut: {
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Due Soon */
            due_soon: number;
            /** Waiting */
            waiting: number;
            /** Oldest Due At */
            oldest_due_at: string | null;
        };
        /** CaseWorkerOut */
        CaseWorkerOut: {
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Due Soon */
            due_soon: number;
            /** Waiting */
            waiting: number;
            /** Oldest Due At */
            oldest_due_at: string | null;
            person: components["schemas"]["CasePersonOut"];
            /** Branches */
            branches: components["schemas"]["CaseBranchOut"][];
            /** Present */
            present: boolean;
            /** Absent Until */
            absent_until: string | null;
            /** Me */
            me: boolean;
        };
        /** CaseActivitiesOut */
        CaseActivitiesOut: {
            /** Items */
            items: components["schemas"]["CaseActivityOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CaseActivityOut
         * @description One line of a case's log. `public` is what the customer was told or told us; `data` holds ids and codes.
         */
        CaseActivityOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Type
             * @enum {string}
             */
            type: "NOTE" | "ASSIGN" | "ESCALATE" | "STATUS_CHANGE" | "ATTACHMENT" | "FINAL_RESPONSE" | "MESSAGE" | "SLA";
            /**
             * At
             * Format: date-time
             */
            at: string;
            actor: components["schemas"]["CasePersonOut"];
            /** Text */
            text: string | null;
            /** Public */
            public: boolean;
            /** Direction */
            direction: ("IN" | "OUT") | null;
            message: components["schemas"]["CaseMessageStateOut"] | null;
            /** From */
            from_?: string | null;
            /** To */
            to: string | null;
            /** Data */
            data: {
                [key: string]: unknown;
            };
        };
        /** CaseAssigneesOut */
        CaseAssigneesOut: {
            /** People */
            people: components["schemas"]["CaseColleagueOut"][];
            /** Units */
            units: components["schemas"]["CaseUnitOut"][];
        };
        /**
         * CaseColleagueOut
         * @description Somebody whom the case can be given to, with the open cases that they have within my reach.
         */
        CaseColleagueOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Present */
            present: boolean;
            /** Absent Until */
            absent_until: string | null;
            /** Me */
            me: boolean;
        };
        /** CaseColleaguesOut */
        CaseColleaguesOut: {
            /** Items */
            items: components["schemas"]["CasePersonOut"][];
        };
        /**
         * CaseAssignIn
         * @description A colleague, a unit, or a colleague of a unit.
         */
        CaseAssignIn: {
            /** Version */
            version: number;
            /** User Id */
            user_id?: string | null;
            /** Unit Code */
            unit_code?: string | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * CaseVersionIn
         * @description `version` is the one that was seen.
         */
        CaseVersionIn: {
            /** Version */
            version: number;
        };
        /**
         * CaseEscalateIn
         * @description Level 1 is the assignee, 2 the supervisors, 3 the head of the branch or unit.
         */
        CaseEscalateIn: {
            /** Version */
            version: number;
            /** Level */
            level: number;
            /** User Id */
            user_id?: string | null;
            /** Note */
            note: string;
        };
        /** CaseWaitIn */
        CaseWaitIn: {
            /** Version */
            version: number;
            /** Reason Code */
            reason_code: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CaseResumeIn */
        CaseResumeIn: {
            /** Version */
            version: number;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CaseNoteIn */
        CaseNoteIn: {
            /** Text */
            text: string;
            /**
             * Mentions
             * @default []
             */
            mentions: string[];
        };
        /**
         * CaseMessageIn
         * @description OUT is written to the customer; IN is what the customer said. `channel` of OUT: WHATSAPP or EMAIL, PHONE or BRANCH when it was told in person.
         */
        CaseMessageIn: {
            /** Text */
            text: string;
            /**
             * Direction
             * @enum {string}
             */
            direction: "OUT" | "IN";
            /**
             * Channel
             * @default
             * @enum {string}
             */
            channel: "" | "WHATSAPP" | "EMAIL" | "PHONE" | "BRANCH";
        };
        /**
         * CaseRespondIn
         * @description At least 20 characters.
         */
        CaseRespondIn: {
            /** Version */
            version: number;
            /** Final Response */
            final_response: string;
        };
        /** CaseReviewIn */
        CaseReviewIn: {
            /** Version */
            version: number;
            /**
             * Decision
             * @enum {string}
             */
            decision: "APPROVE" | "RETURN";
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CaseCloseIn */
        CaseCloseIn: {
            /** Version */
            version: number;
            /** Resolution Code */
            resolution_code: string;
        };
        /** CaseReopenIn */
        CaseReopenIn: {
            /** Version */
            version: number;
            /** Reason */
            reason: string;
        };
        /** CaseRemindIn */
        CaseRemindIn: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CaseBulkOut */
        CaseBulkOut: {
            /** Results */
            results: components["schemas"]["CaseBulkResultOut"][];
        };
        /**
         * CaseBulkResultOut
         * @description What became of one case; `code` and `message` say why it was refused.
         */
        CaseBulkResultOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Ok */
            ok: boolean;
            /** Status */
            status: string | null;
            /** Code */
            code: string | null;
            /** Message */
            message: string | null;
            /** Version */
            version: number | null;
        };
        /**
         * CaseBulkIn
         * @description One act for all rows; an answer is each row's own.
         */
        CaseBulkIn: {
            /**
             * Act
             * @enum {string}
             */
            act: "assign" | "escalate" | "wait" | "resume" | "respond" | "close";
            /** Rows */
            rows: components["schemas"]["CaseBulkRowIn"][];
            /** User Id */
            user_id?: string | null;
            /** Unit Code */
            unit_code?: string | null;
            /**
             * Level
             * @default 2
             */
            level: number;
            /**
             * Reason Code
             * @default
             */
            reason_code: string;
            /**
             * Resolution Code
             * @default
             */
            resolution_code: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** CaseBulkRowIn */
        CaseBulkRowIn: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Version */
            version: number;
            /**
             * Final Response
             * @default
             */
            final_response: string;
        };
        /** CaseClockCalendarOut */
        CaseClockCalendarOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * CaseClockLineOut
         * @description One line of why a clock is due when it is, in the unit of its clock and in words.
         */
        CaseClockLineOut: {
            /** Kind */
            kind: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Until */
            until: string | null;
            /** Counted */
            counted: number;
            /** Total */
            total: number;
            /** Target */
            target: number;
            /** Text */
            text: string;
        };
        /**
         * CaseClockOut
         * @description One clock now. Amounts are working seconds, or working days of the LEGAL clock; days are read in `zone`.
         *
         *     `resumed_due_at` is when it would be due if the customer answered now.
         */
        CaseClockOut: {
            /**
             * Clock
             * @enum {string}
             */
            clock: "FIRST_RESPONSE" | "RESOLUTION" | "LEGAL";
            /**
             * State
             * @enum {string}
             */
            state: "RUNNING" | "WAITING" | "STOPPED";
            /**
             * Unit
             * @enum {string}
             */
            unit: "SECONDS" | "DAYS";
            /** Target */
            target: number;
            /** Consumed */
            consumed: number;
            /** Remaining */
            remaining: number;
            /** Waited */
            waited: number;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Resumed Due At */
            resumed_due_at: string | null;
            /** Stopped At */
            stopped_at: string | null;
            /** First Stopped At */
            first_stopped_at: string | null;
            /** Breached At */
            breached_at: string | null;
            calendar: components["schemas"]["CaseClockCalendarOut"];
            /** Policy */
            policy: string;
            /** Zone */
            zone: string;
            /** Lines */
            lines: components["schemas"]["CaseClockLineOut"][];
        };
        /** CaseClocksOut */
        CaseClocksOut: {
            /** Items */
            items: components["schemas"]["CaseClockOut"][];
        };
        /**
         * CaseTermsIn
         * @description What changes of a case's category, priority and kind; what is left out stays.
         */
        CaseTermsIn: {
            /** Category Code */
            category_code?: string | null;
            /** Priority */
            priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL") | null;
            /** Kind */
            kind?: ("VERBAL" | "WRITTEN") | null;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * CaseExtensionIn
         * @description Why the law's limit does not suffice, and the document that shows that the customer was told.
         */
        CaseExtensionIn: {
            /** Reason Code */
            reason_code: string;
            /** Note */
            note: string;
            /**
             * Proof Document Id
             * Format: uuid
             */
            proof_document_id: string;
            /** Version */
            version: number;
        };
        /** CaseExtensionDecisionIn */
        CaseExtensionDecisionIn: {
            /**
             * Decision
             * @enum {string}
             */
            decision: "APPROVE" | "REFUSE";
            /**
             * Note
             * @default
             */
            note: string;
            /** Version */
            version: number;
        };
        /** IncomingListOut */
        IncomingListOut: {
            /** Items */
            items: components["schemas"]["IncomingOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * IncomingOut
         * @description A message in the intake list. Without a branch it is nobody's yet; `sender` is masked.
         */
        IncomingOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "WAITING" | "ACCEPTED" | "DISCARDED";
            /** Case Id */
            case_id: string | null;
            /** Reasons */
            reasons: components["schemas"]["CaseChoiceOut"][];
            /**
             * Channel
             * @enum {string}
             */
            channel: "BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB";
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            branch: components["schemas"]["CaseBranchOut"] | null;
            customer: components["schemas"]["CaseCustomerOut"] | null;
            category: components["schemas"]["CaseCodeOut"] | null;
            /** Sender */
            sender: string;
            /** Sender Name */
            sender_name: string;
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** Discard Reason */
            discard_reason: string | null;
            /** Decided At */
            decided_at: string | null;
            decided_by: components["schemas"]["CasePersonOut"] | null;
            /**
             * Can
             * @description accept, discard
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * IncomingReceivedOut
         * @description What became of a message: a case at once, or a place in the intake list with the reasons.
         */
        IncomingReceivedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Status
             * @enum {string}
             */
            status: "WAITING" | "ACCEPTED" | "DISCARDED";
            /** Case Id */
            case_id: string | null;
            /** Reasons */
            reasons: components["schemas"]["CaseChoiceOut"][];
        };
        /**
         * IncomingIn
         * @description A message from outside, with whatever is known of it. `sender` is a phone or an e-mail address; a message that comes again
         *     with the same `external_id` is kept once.
         */
        IncomingIn: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB";
            /** Text */
            text: string;
            /**
             * Subject
             * @default
             */
            subject: string;
            /**
             * Sender
             * @default
             */
            sender: string;
            /**
             * Sender Name
             * @default
             */
            sender_name: string;
            /** Customer Id */
            customer_id?: string | null;
            /**
             * Cif
             * @default
             */
            cif: string;
            /** Category Code */
            category_code?: string | null;
            /** Priority */
            priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL") | null;
            /** Kind */
            kind?: ("VERBAL" | "WRITTEN") | null;
            /**
             * External Id
             * @default
             */
            external_id: string;
        };
        /** IncomingDiscardIn */
        IncomingDiscardIn: {
            /** Reason */
            reason: string;
        };
        /**
         * RepliesOut
         * @description Shared replies and the own ones, with the tokens that there are.
         */
        RepliesOut: {
            /** Items */
            items: components["schemas"]["ReplyOut"][];
            /** Tokens */
            tokens: components["schemas"]["CaseChoiceOut"][];
        };
        /** ReplyOut */
        ReplyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
            /** Body */
            body: string;
            /** Category Code */
            category_code: string | null;
            /** Shared */
            shared: boolean;
            owner: components["schemas"]["CasePersonOut"];
            /** Version */
            version: number;
            /**
             * Can
             * @description update, delete
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * ReplyIn
         * @description A text with tokens such as {{customer.name}}; a shared one is everybody's who handles cases.
         */
        ReplyIn: {
            /** Title */
            title: string;
            /** Body */
            body: string;
            /** Category Code */
            category_code?: string | null;
            /**
             * Shared
             * @default false
             */
            shared: boolean;
        };
        /** ReplyUpdateIn */
        ReplyUpdateIn: {
            /** Title */
            title: string;
            /** Body */
            body: string;
            /** Category Code */
            category_code?: string | null;
            /**
             * Shared
             * @default false
             */
            shared: boolean;
            /** Version */
            version: number;
        };
        /** ReplyFilledOut */
        ReplyFilledOut: {
            /** Text */
            text: string;
        };
        /**
         * CaseViewOut
         * @description A kept view; `pinned` and `is_default` are the reader's own marks.
         */
        CaseViewOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Filters */
            filters: {
                [key: string]: unknown;
            };
            /** Shared */
            shared: boolean;
            /** Branches */
            branches: string[];
            /** Mine */
            mine: boolean;
            owner: components["schemas"]["CasePersonOut"] | null;
            /** Pinned */
            pinned: boolean;
            /** Is Default */
            is_default: boolean;
            /** Version */
            version: number;
            /** Can */
            can: {
                [key: string]: boolean;
            };
        };
        /** CaseViewsOut */
        CaseViewsOut: {
            /** Items */
            items: components["schemas"]["CaseViewOut"][];
            /** Can Share */
            can_share: boolean;
        };
        /**
         * CaseFilters
         * @description What narrows the queue; lists may be given several times.
         *
         *     `assignee` is a user, `me` or `none`. Without a scope the open cases are listed; of one customer, or by a number, all.
         */
        CaseFilters: {
            /** Branch */
            branch?: string[];
            /** Status */
            status?: ("NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED")[];
            /** Priority */
            priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
            /** Category */
            category?: string[];
            /** Channel */
            channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB")[];
            /** Product */
            product?: string[];
            /** Assignee */
            assignee?: string | ("me" | "none") | null;
            /** Unit */
            unit?: string | null;
            /**
             * Overdue
             * @default false
             */
            overdue: boolean;
            /**
             * First Late
             * @description no first response yet, although it is due
             * @default false
             */
            first_late: boolean;
            /**
             * Watched
             * @default false
             */
            watched: boolean;
            /** Review */
            review?: ("WAITING" | "RETURNED") | null;
            /** Scope */
            scope?: ("open" | "resolved" | "closed" | "all") | null;
            /** Sort */
            sort?: ("due" | "-created" | "priority" | "-closed") | null;
            /** Closed Since */
            closed_since?: string | null;
            /** Closed Until */
            closed_until?: string | null;
        };
        /**
         * CaseViewIn
         * @description A view: a name, filters of the queue, and whether the colleagues of the own branches see it.
         */
        CaseViewIn: {
            /** Name */
            name: string;
            filters: components["schemas"]["CaseFilters"];
            /**
             * Shared
             * @default false
             */
            shared: boolean;
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
            /**
             * Is Default
             * @default false
             */
            is_default: boolean;
        };
        /** CaseViewChangeIn */
        CaseViewChangeIn: {
            /** Name */
            name: string;
            filters: components["schemas"]["CaseFilters"];
            /**
             * Shared
             * @default false
             */
            shared: boolean;
            /**
             * Pinned
             * @default false
             */
            pinned: boolean;
            /**
             * Is Default
             * @default false
             */
            is_default: boolean;
            /** Version */
            version: number;
        };
        /** CaseViewRemovedOut */
        CaseViewRemovedOut: {
            /** Removed */
            removed: boolean;
        };
        /**
         * CaseViewMarkIn
         * @description Keep a view at hand, or open the queue with it.
         */
        CaseViewMarkIn: {
            /** Pinned */
            pinned: boolean;
            /** Is Default */
            is_default: boolean;
        };
        /**
         * ComplaintReportQuery
         * @description A quarter of a year, of one branch or of all that I report on.
         */
        ComplaintReportQuery: {
            /** Year */
            year: number;
            /** Quarter */
            quarter: number;
            /** Branch */
            branch?: string | null;
        };
        /** ComplaintBranchOut */
        ComplaintBranchOut: {
            /** Brought Forward */
            brought_forward: number;
            /** Received */
            received: number;
            /** Reopened */
            reopened: number;
            /** Solved In Time */
            solved_in_time: number;
            /** Solved Late */
            solved_late: number;
            /** In Process */
            in_process: number;
            /** Average Days */
            average_days: number | null;
            branch: components["schemas"]["CaseBranchOut"];
        };
        /** ComplaintChannelOut */
        ComplaintChannelOut: {
            /** Brought Forward */
            brought_forward: number;
            /** Received */
            received: number;
            /** Reopened */
            reopened: number;
            /** Solved In Time */
            solved_in_time: number;
            /** Solved Late */
            solved_late: number;
            /** In Process */
            in_process: number;
            /** Average Days */
            average_days: number | null;
            channel: components["schemas"]["ComplaintChannelRefOut"];
        };
        /** ComplaintChannelRefOut */
        ComplaintChannelRefOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * ComplaintFiguresOut
         * @description What was brought forward, received and reopened is what was solved, in time or late, and is in process.
         */
        ComplaintFiguresOut: {
            /** Brought Forward */
            brought_forward: number;
            /** Received */
            received: number;
            /** Reopened */
            reopened: number;
            /** Solved In Time */
            solved_in_time: number;
            /** Solved Late */
            solved_late: number;
            /** In Process */
            in_process: number;
            /** Average Days */
            average_days: number | null;
        };
        /** ComplaintIssueOut */
        ComplaintIssueOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** ComplaintLineOut */
        ComplaintLineOut: {
            /** Brought Forward */
            brought_forward: number;
            /** Received */
            received: number;
            /** Reopened */
            reopened: number;
            /** Solved In Time */
            solved_in_time: number;
            /** Solved Late */
            solved_late: number;
            /** In Process */
            in_process: number;
            /** Average Days */
            average_days: number | null;
            /** Product */
            product: string;
            issue: components["schemas"]["ComplaintIssueOut"];
        };
        /** ComplaintReportCanOut */
        ComplaintReportCanOut: {
            /** Export */
            export: boolean;
        };
        /**
         * ComplaintReportOut
         * @description Counted at `counted_at` over `branches`; `choices` are all that I report on. A quarter that is not over is not `complete`.
         */
        ComplaintReportOut: {
            /** Year */
            year: number;
            /** Quarter */
            quarter: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Complete */
            complete: boolean;
            /**
             * Counted At
             * Format: date-time
             */
            counted_at: string;
            /** Branches */
            branches: string[];
            /** Choices */
            choices: components["schemas"]["CaseBranchOut"][];
            can: components["schemas"]["ComplaintReportCanOut"];
            /** Rows */
            rows: components["schemas"]["ComplaintLineOut"][];
            /** By Branch */
            by_branch: components["schemas"]["ComplaintBranchOut"][];
            /** By Channel */
            by_channel: components["schemas"]["ComplaintChannelOut"][];
            total: components["schemas"]["ComplaintFiguresOut"];
        };
        /** ComplaintFileQuery */
        ComplaintFileQuery: {
            /** Year */
            year: number;
            /** Quarter */
            quarter: number;
            /** Branch */
            branch?: string | null;
            /**
             * Format
             * @default csv
             * @enum {string}
             */
            format: "csv" | "xlsx" | "pdf";
        };
        /** CaseNamesOut */
        CaseNamesOut: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** CategoriesOut */
        CategoriesOut: {
            /** Items */
            items: components["schemas"]["CategoryOut"][];
        };
        /**
         * CategoryOut
         * @description `covered`: a service level in force covers it, so that cases can be opened.
         */
        CategoryOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            names: components["schemas"]["CaseNamesOut"];
            /** Parent */
            parent: string | null;
            /** Default Sla Hours */
            default_sla_hours: number;
            /** Is Sensitive */
            is_sensitive: boolean;
            /** Needs Review */
            needs_review: boolean;
            unit: components["schemas"]["CaseUnitOut"] | null;
            /** Pack */
            pack: string | null;
            /** Position */
            position: number;
            /** Is Active */
            is_active: boolean;
            /** Covered */
            covered: boolean;
            /** Version */
            version: number;
            /**
             * Can
             * @description update
             */
            can: {
                [key: string]: boolean;
            };
        };
        /** CaseNamesIn */
        CaseNamesIn: {
            /** Id */
            id: string;
            /** En */
            en: string;
        };
        /** CategoryIn */
        CategoryIn: {
            names: components["schemas"]["CaseNamesIn"];
            /** Parent */
            parent?: string | null;
            /**
             * Default Sla Hours
             * @default 72
             */
            default_sla_hours: number;
            /**
             * Is Sensitive
             * @default false
             */
            is_sensitive: boolean;
            /**
             * Needs Review
             * @default false
             */
            needs_review: boolean;
            /** Unit Code */
            unit_code?: string | null;
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Code */
            code: string;
        };
        /** CategoryUpdateIn */
        CategoryUpdateIn: {
            names: components["schemas"]["CaseNamesIn"];
            /** Parent */
            parent?: string | null;
            /**
             * Default Sla Hours
             * @default 72
             */
            default_sla_hours: number;
            /**
             * Is Sensitive
             * @default false
             */
            is_sensitive: boolean;
            /**
             * Needs Review
             * @default false
             */
            needs_review: boolean;
            /** Unit Code */
            unit_code?: string | null;
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Version */
            version: number;
        };
        /** PackOut */
        PackOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Categories */
            categories: number;
            /** In Use */
            in_use: number;
        };
        /** PacksOut */
        PacksOut: {
            /** Items */
            items: components["schemas"]["PackOut"][];
        };
        /**
         * PackApplyIn
         * @description `only` takes the categories of other packs out of use.
         */
        PackApplyIn: {
            /**
             * Only
             * @default false
             */
            only: boolean;
        };
        /** ResolutionOut */
        ResolutionOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            names: components["schemas"]["CaseNamesOut"];
            /** Position */
            position: number;
            /** Is Active */
            is_active: boolean;
            /** Version */
            version: number;
            /**
             * Can
             * @description update
             */
            can: {
                [key: string]: boolean;
            };
        };
        /** ResolutionsOut */
        ResolutionsOut: {
            /** Items */
            items: components["schemas"]["ResolutionOut"][];
        };
        /** ResolutionIn */
        ResolutionIn: {
            names: components["schemas"]["CaseNamesIn"];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Code */
            code: string;
        };
        /** ResolutionUpdateIn */
        ResolutionUpdateIn: {
            names: components["schemas"]["CaseNamesIn"];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Version */
            version: number;
        };
        /** LevelNextOut */
        LevelNextOut: {
            /** Number */
            number: number;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
        };
        /**
         * LevelOut
         * @description `number` is the version in force, `next` one that has been published for later.
         */
        LevelOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            titles: components["schemas"]["CaseNamesOut"];
            /** Is Shipped */
            is_shipped: boolean;
            /** Number */
            number: number | null;
            /** In Force Since */
            in_force_since: string | null;
            next: components["schemas"]["LevelNextOut"] | null;
            /** Categories */
            categories: string[];
            /** Calendar */
            calendar: string | null;
            /** Legal Rules */
            legal_rules: string | null;
            /** Has Draft */
            has_draft: boolean;
            /** Version */
            version: number;
            /**
             * Can
             * @description update, publish
             */
            can: {
                [key: string]: boolean;
            };
        };
        /** LevelsOut */
        LevelsOut: {
            /** Items */
            items: components["schemas"]["LevelOut"][];
        };
        /** LevelDetailOut */
        LevelDetailOut: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            titles: components["schemas"]["CaseNamesOut"];
            /** Is Shipped */
            is_shipped: boolean;
            /** Number */
            number: number | null;
            /** In Force Since */
            in_force_since: string | null;
            next: components["schemas"]["LevelNextOut"] | null;
            /** Categories */
            categories: string[];
            /** Calendar */
            calendar: string | null;
            /** Legal Rules */
            legal_rules: string | null;
            /** Has Draft */
            has_draft: boolean;
            /** Version */
            version: number;
            /**
             * Can
             * @description update, publish
             */
            can: {
                [key: string]: boolean;
            };
            /** Draft */
            draft: {
                [key: string]: unknown;
            } | null;
            /** Content */
            content: {
                [key: string]: unknown;
            } | null;
            /** Versions */
            versions: components["schemas"]["LevelVersionOut"][];
        };
        /** LevelPersonOut */
        LevelPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /** LevelVersionOut */
        LevelVersionOut: {
            /** Number */
            number: number;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** Note */
            note: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            published_by: components["schemas"]["LevelPersonOut"] | null;
        };
        /** LevelCreateIn */
        LevelCreateIn: {
            /** Key */
            key: string;
            title: components["schemas"]["CaseNamesIn"];
            /** Copy Of */
            copy_of?: string | null;
        };
        /** LevelRenameIn */
        LevelRenameIn: {
            title: components["schemas"]["CaseNamesIn"];
            /** Version */
            version: number;
        };
        /** LevelVersionDetailOut */
        LevelVersionDetailOut: {
            /** Number */
            number: number;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** Content */
            content: {
                [key: string]: unknown;
            };
        };
        /**
         * LevelContentIn
         * @description `pause_cap_hours` is how long a case may wait for its customer in all; then its clocks run on.
         */
        LevelContentIn: {
            /** Calendar */
            calendar: string;
            /** Legal Rules */
            legal_rules?: string | null;
            /** Pause Cap Hours */
            pause_cap_hours: number;
            /** Ladder */
            ladder: components["schemas"]["RungIn"][];
            /** Rules */
            rules: components["schemas"]["LevelRuleIn"][];
        };
        /** LevelDraftIn */
        LevelDraftIn: {
            content: components["schemas"]["LevelContentIn"];
            /** Version */
            version: number;
        };
        /** LevelRuleIn */
        LevelRuleIn: {
            /** Category */
            category: string;
            /** Targets */
            targets: {
                [key: string]: components["schemas"]["TargetIn"];
            };
        };
        /**
         * RungIn
         * @description A level of escalation: 1 the assignee, 2 the supervisor, 3 the head of the branch or unit.
         */
        RungIn: {
            /** Percent */
            percent: number;
            /**
             * Working Days
             * @default 0
             */
            working_days: number;
            /** Level */
            level: number;
            /**
             * Act
             * @default NOTIFY
             * @enum {string}
             */
            act: "NOTIFY" | "REASSIGN";
        };
        /**
         * TargetIn
         * @description Hours of the service level's calendar, in quarters.
         */
        TargetIn: {
            /** First Response Hours */
            first_response_hours: number;
            /** Resolution Hours */
            resolution_hours: number;
        };
        /** LevelRestoreIn */
        LevelRestoreIn: {
            /** Number */
            number: number;
            /** Version */
            version: number;
        };
        /** LevelPublishIn */
        LevelPublishIn: {
            /** Version */
            version: number;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** LegalRulesListOut */
        LegalRulesListOut: {
            /** Items */
            items: components["schemas"]["LegalRulesOut"][];
        };
        /** LegalRulesOut */
        LegalRulesOut: {
            /** Key */
            key: string;
            /** Number */
            number: number;
            /** Title */
            title: string;
            titles: components["schemas"]["CaseNamesOut"];
            /** Source */
            source: string;
            /** Calendar */
            calendar: string;
            /** Verbal Days */
            verbal_days: number;
            /** Written Days */
            written_days: number;
            /** Extension Days */
            extension_days: number;
            /** Pause Cap Days */
            pause_cap_days: number;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** Note */
            note: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** In Force */
            in_force: boolean;
            /**
             * Can
             * @description update
             */
            can: {
                [key: string]: boolean;
            };
        };
        /**
         * LegalRulesIn
         * @description A version of a set of limits; `number` is the version that it follows, 0 for a new set.
         */
        LegalRulesIn: {
            title: components["schemas"]["CaseNamesIn"];
            /**
             * Source
             * @default
             */
            source: string;
            /** Calendar */
            calendar: string;
            /** Verbal Days */
            verbal_days: number;
            /** Written Days */
            written_days: number;
            /** Extension Days */
            extension_days: number;
            /**
             * Pause Cap Days
             * @default 0
             */
            pause_cap_days: number;
            /** Key */
            key: string;
            /** Number */
            number: number;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * ClockOut
         * @description `target` is in seconds, or in working days of the LEGAL clock; read the days in `zone`.
         */
        ClockOut: {
            /** Clock */
            clock: string;
            /** Unit */
            unit: string;
            /** Target */
            target: number;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Zone */
            zone: string;
            /** Lines */
            lines: components["schemas"]["LineOut"][];
        };
        /** ExplainedOut */
        ExplainedOut: {
            policy: components["schemas"]["LevelNumberOut"];
            /** Clocks */
            clocks: components["schemas"]["ClockOut"][];
        };
        /** LevelNumberOut */
        LevelNumberOut: {
            /** Key */
            key: string;
            /** Number */
            number: number;
        };
        /**
         * LineOut
         * @description One line of an explanation, in the unit of its clock.
         */
        LineOut: {
            /** Kind */
            kind: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Until */
            until: string | null;
            /** Counted */
            counted: number;
            /** Total */
            total: number;
            /** Target */
            target: number;
            /** Policy */
            policy: string;
            /** Priority */
            priority: string;
            /** Calendar */
            calendar: string;
            /** Reason */
            reason: string;
            /** Steps */
            steps: components["schemas"]["StepOut"][];
        };
        /** StepOut */
        StepOut: {
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
            /** Reason */
            reason: string;
            /** Names */
            names: string[];
            /** Counted */
            counted: number;
        };
        /**
         * ExplainIn
         * @description A case as it might be: when would it be due, and why.
         */
        ExplainIn: {
            /** Category */
            category: string;
            /**
             * Priority
             * @enum {string}
             */
            priority: "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
            /**
             * Kind
             * @enum {string}
             */
            kind: "VERBAL" | "WRITTEN";
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
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
        /**
         * AlertOut
         * @description What stands out, in the words of the weightiest of its `reasons`; what several rules say of one record is one alert.
         */
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
            /** Reasons */
            reasons: components["schemas"]["AlertReasonOut"][];
            subject: components["schemas"]["AlertSubjectOut"] | null;
            /** Acknowledged */
            acknowledged: boolean;
            can: components["schemas"]["AlertCanOut"];
        };
        /**
         * Customer360CanOut
         * @description `export` is true only while approved emergency access to this customer lasts.
         */
        Customer360CanOut: {
            /** Reveal */
            reveal: boolean;
            /** Edit */
            edit: boolean;
            /** Request Change */
            request_change: boolean;
            /** Export */
            export: boolean;
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
            /** @description for who may read it */
            consent: components["schemas"]["ConsentBadgeOut"] | null;
            /** Tabs */
            tabs: string[];
            /** Timeline Kinds */
            timeline_kinds: components["schemas"]["TimelineKindOut"][];
            /** Service Kinds */
            service_kinds: components["schemas"]["TimelineKindOut"][];
            can: components["schemas"]["Customer360CanOut"];
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
            /** Address */
            address: string | null;
        };
        /** TimelineOut */
        TimelineOut: {
            /** Items */
            items: components["schemas"]["TimelineEventOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ServiceOut
         * @description A service that the customer was given: what it was, how it ended, and whether it is still under way.
         */
        ServiceOut: {
            /**
             * Service Id
             * Format: uuid
             */
            service_id: string;
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
            /** Outcome */
            outcome: string | null;
            /** Is Open */
            is_open: boolean;
            /** Actor */
            actor: string | null;
            /** Subject Type */
            subject_type: string;
            /** Subject Id */
            subject_id: string;
        };
        /** ServicesOut */
        ServicesOut: {
            /** Items */
            items: components["schemas"]["ServiceOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** TaskListIn */
        TaskListIn: {
            /** Status */
            status?: ("OPEN" | "DONE" | "SKIPPED") | null;
            /**
             * Mine
             * @default false
             */
            mine: boolean;
            /**
             * Overdue
             * @default false
             */
            overdue: boolean;
            /** Due Before */
            due_before?: string | null;
            /** Customer Id */
            customer_id?: string | null;
            /**
             * Sort
             * @default due
             * @enum {string}
             */
            sort: "due" | "-created";
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** TaskBranchOut */
        TaskBranchOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** TaskCanOut */
        TaskCanOut: {
            /**
             * Finish
             * @description change it, say that it is done, or skip it
             */
            finish: boolean;
            /** Reopen */
            reopen: boolean;
            /**
             * Assign
             * @description give it to a colleague
             */
            assign: boolean;
        };
        /**
         * TaskCustomerOut
         * @description A customer by the name that the caller reads; one out of reach has no page to open.
         */
        TaskCustomerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Reached */
            reached: boolean;
        };
        /**
         * TaskOut
         * @description One task, with what I may do with it.
         */
        TaskOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            customer: components["schemas"]["TaskCustomerOut"];
            branch: components["schemas"]["TaskBranchOut"];
            /** Title */
            title: string;
            /** Notes */
            notes: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Overdue */
            overdue: boolean;
            owner: components["schemas"]["TaskPersonOut"];
            /**
             * Status
             * @enum {string}
             */
            status: "OPEN" | "DONE" | "SKIPPED";
            /** Skip Reason */
            skip_reason: string;
            /** Finished At */
            finished_at: string | null;
            finished_by: components["schemas"]["TaskPersonOut"] | null;
            /** Version */
            version: number;
            created_by: components["schemas"]["TaskPersonOut"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            can: components["schemas"]["TaskCanOut"];
        };
        /** TaskPageOut */
        TaskPageOut: {
            /** Items */
            items: components["schemas"]["TaskOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** TaskPersonOut */
        TaskPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * TaskIn
         * @description What it takes to make one; without an owner it is one's own.
         */
        TaskIn: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Title */
            title: string;
            /**
             * Notes
             * @default
             */
            notes: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Owner Id */
            owner_id?: string | null;
        };
        /**
         * TaskOwnersOut
         * @description Whom I can give a task to, myself first.
         */
        TaskOwnersOut: {
            /** Items */
            items: components["schemas"]["TaskPersonOut"][];
        };
        /**
         * TaskUpdateIn
         * @description What a task becomes, from the version that the change was made on.
         */
        TaskUpdateIn: {
            /** Version */
            version: number;
            /** Title */
            title: string;
            /**
             * Notes
             * @default
             */
            notes: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /**
             * Owner Id
             * Format: uuid
             */
            owner_id: string;
        };
        /** TaskSkipIn */
        TaskSkipIn: {
            /** Reason */
            reason: string;
        };
        /** TaskSearchIn */
        TaskSearchIn: {
            /** Status */
            status?: ("OPEN" | "DONE" | "SKIPPED") | null;
            /**
             * Mine
             * @default false
             */
            mine: boolean;
            /**
             * Overdue
             * @default false
             */
            overdue: boolean;
            /** Due Before */
            due_before?: string | null;
            /** Customer Id */
            customer_id?: string | null;
            /**
             * Sort
             * @default due
             * @enum {string}
             */
            sort: "due" | "-created";
            /**
             * Q
             * @default
             */
            q: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** CaseMoveChoiceOut */
        CaseMoveChoiceOut: {
            /** Key */
            key: string;
            /** Name */
            name: string;
        };
        /**
         * CaseMoveFieldOut
         * @description A field that a step needs, with what it takes.
         */
        CaseMoveFieldOut: {
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
            choices: components["schemas"]["CaseMoveChoiceOut"][];
        };
        /**
         * CaseMoveOut
         * @description A step out of the state in which the case rests. `act` is the act that makes it; an own one of the organisation has none.
         */
        CaseMoveOut: {
            /** Transition */
            transition: string;
            /** Title */
            title: string;
            /** Act */
            act: string | null;
            /** Renamed */
            renamed: boolean;
            /** Allowed */
            allowed: boolean;
            /** Reason */
            reason: string | null;
            /** Required */
            required: components["schemas"]["CaseMoveFieldOut"][];
        };
        /**
         * CaseMoveIn
         * @description `fields` holds what the step needs beside the reason, and a note where somebody writes one.
         */
        CaseMoveIn: {
            /** Version */
            version: number;
            /** Transition */
            transition: string;
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
        /**
         * CaseNumbersQuery
         * @description The numbers of a year, of one branch or of all that I report on.
         */
        CaseNumbersQuery: {
            /** Year */
            year: number;
            /** Branch */
            branch?: string | null;
        };
        /** CaseNumbersOut */
        CaseNumbersOut: {
            /** Items */
            items: components["schemas"]["CaseNumbersRowOut"][];
        };
        /**
         * CaseNumbersRowOut
         * @description One branch: its cases, the last number that was given, how many numbers no case has, and the first hundred of these.
         */
        CaseNumbersRowOut: {
            branch: components["schemas"]["CaseBranchOut"];
            /** Cases */
            cases: number;
            /** Last */
            last: number;
            /** Gaps */
            gaps: number;
            /** Missing */
            missing: string[];
        };
        /**
         * DraftKeyOut
         * @description 256 bits in base64, the same at every sign-in of one person.
         */
        DraftKeyOut: {
            /** Key */
            key: string;
        };
        /**
         * QuietCustomerOut
         * @description A customer of one's own; `quiet_since` is the last contact, or the assignment where there has been none.
         */
        QuietCustomerOut: {
            /**
             * Customer Id
             * Format: uuid
             */
            customer_id: string;
            /** Name */
            name: string;
            /** Cif Masked */
            cif_masked: string | null;
            branch: components["schemas"]["BranchRefOut"];
            /** Last Contact At */
            last_contact_at: string | null;
            /** Last Contact Channel */
            last_contact_channel: string | null;
            /**
             * Quiet Since
             * Format: date-time
             */
            quiet_since: string;
        };
        /** QuietCustomersOut */
        QuietCustomersOut: {
            /** Items */
            items: components["schemas"]["QuietCustomerOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * CaseSearchIn
         * @description What somebody looks for, with what narrows it. Without a scope it is looked for among all cases, by number and customer.
         *
         *     With the scope `open` a case is found by its words as well.
         */
        CaseSearchIn: {
            /** Branch */
            branch?: string[];
            /** Status */
            status?: ("NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED")[];
            /** Priority */
            priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
            /** Category */
            category?: string[];
            /** Channel */
            channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB")[];
            /** Product */
            product?: string[];
            /** Assignee */
            assignee?: string | ("me" | "none") | null;
            /** Unit */
            unit?: string | null;
            /**
             * Overdue
             * @default false
             */
            overdue: boolean;
            /**
             * First Late
             * @description no first response yet, although it is due
             * @default false
             */
            first_late: boolean;
            /**
             * Watched
             * @default false
             */
            watched: boolean;
            /** Review */
            review?: ("WAITING" | "RETURNED") | null;
            /** Scope */
            scope?: ("open" | "resolved" | "closed" | "all") | null;
            /** Sort */
            sort?: ("due" | "-created" | "priority" | "-closed") | null;
            /** Closed Since */
            closed_since?: string | null;
            /** Closed Until */
            closed_until?: string | null;
            /** Q */
            q: string;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** AlertReasonOut */
        AlertReasonOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Reason */
            reason: string;
            /** Since */
            since: string | null;
        };
        /**
         * AlertSubjectOut
         * @description The record that an alert is about, with the address of its page.
         */
        AlertSubjectOut: {
            /** Label */
            label: string;
            /** Address */
            address: string;
        };
        /**
         * CasePhoneOut
         * @description The customer's phone, masked; who may reveal it does so as on the customer's own page.
         */
        CasePhoneOut: {
            /** Masked */
            masked: string | null;
            /** Can Reveal */
            can_reveal: boolean;
        };
        /** ConsentChangeCanOut */
        ConsentChangeCanOut: {
            /** Change */
            change: boolean;
        };
        /**
         * ConsentNarrowerOut
         * @description A later word about one way of writing.
         */
        ConsentNarrowerOut: {
            /**
             * Status
             * @enum {string}
             */
            status: "GRANTED" | "WITHDRAWN";
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Captured Channel Name */
            captured_channel_name: string;
            /** Verification Method Name */
            verification_method_name: string;
            /** Wording Number */
            wording_number: number | null;
            /**
             * Channel
             * @enum {string}
             */
            channel: "EMAIL" | "SMS" | "WHATSAPP" | "PUSH" | "IN_APP" | "CALL";
            /** Channel Name */
            channel_name: string;
        };
        /** ConsentPurposeCanOut */
        ConsentPurposeCanOut: {
            /** Grant */
            grant: boolean;
            /** Withdraw */
            withdraw: boolean;
        };
        /**
         * ConsentStandingOut
         * @description What holds, since when, and how it was said.
         */
        ConsentStandingOut: {
            /**
             * Status
             * @enum {string}
             */
            status: "GRANTED" | "WITHDRAWN";
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Captured Channel Name */
            captured_channel_name: string;
            /** Verification Method Name */
            verification_method_name: string;
            /** Wording Number */
            wording_number: number | null;
        };
        /** ConsentWaitingOut */
        ConsentWaitingOut: {
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            /** Channel */
            channel: string | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /** Mine */
            mine: boolean;
        };
        /**
         * ConsentWordingOut
         * @description One version of a text.
         */
        ConsentWordingOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: number;
            /** Text Id */
            text_id: string;
            /** Text En */
            text_en: string;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
        };
        /**
         * CustomerConsentOut
         * @description One purpose of one customer. No `standing` means never asked, which is no.
         */
        CustomerConsentOut: {
            /** Consent Type */
            consent_type: string;
            /** Name */
            name: string;
            /** Is Active */
            is_active: boolean;
            /** Needs Approval */
            needs_approval: boolean;
            standing: components["schemas"]["ConsentStandingOut"] | null;
            /** Narrower */
            narrower: components["schemas"]["ConsentNarrowerOut"][];
            wording: components["schemas"]["ConsentWordingOut"] | null;
            /** Waiting */
            waiting: components["schemas"]["ConsentWaitingOut"][];
            can: components["schemas"]["ConsentPurposeCanOut"];
        };
        /**
         * CustomerConsentsOut
         * @description Every purpose, and how a colleague can verify the customer here.
         */
        CustomerConsentsOut: {
            /** Items */
            items: components["schemas"]["CustomerConsentOut"][];
            /** Methods */
            methods: ("PHONE_OTP" | "KNOWLEDGE" | "IN_PERSON" | "DIGITAL_SIGNATURE")[];
            can: components["schemas"]["ConsentChangeCanOut"];
        };
        /**
         * ConsentCustomerRefOut
         * @description A customer by the name that the caller reads; one out of reach has no page to open.
         */
        ConsentCustomerRefOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Reached */
            reached: boolean;
        };
        /**
         * ConsentOut
         * @description One thing that a customer said.
         */
        ConsentOut: {
            /**
             * Consent Id
             * Format: uuid
             */
            consent_id: string;
            customer: components["schemas"]["ConsentCustomerRefOut"];
            /** Consent Type */
            consent_type: string;
            /** Purpose */
            purpose: string;
            /** Channel */
            channel: string | null;
            /** Channel Name */
            channel_name: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "GRANTED" | "WITHDRAWN";
            /** Old Status */
            old_status: ("GRANTED" | "WITHDRAWN") | null;
            /**
             * Effective At
             * Format: date-time
             */
            effective_at: string;
            /**
             * Captured Channel
             * @enum {string}
             */
            captured_channel: "BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WEB" | "WHATSAPP";
            /** Captured Channel Name */
            captured_channel_name: string;
            captured_by: components["schemas"]["ConsentPersonOut"] | null;
            /**
             * Verification Method
             * @enum {string}
             */
            verification_method: "PHONE_OTP" | "KNOWLEDGE" | "IN_PERSON" | "DIGITAL_SIGNATURE" | "SIGNED_LINK" | "PROVIDER_SIGNAL";
            /** Verification Method Name */
            verification_method_name: string;
            /** Wording Number */
            wording_number: number | null;
            /** Evidence Document Id */
            evidence_document_id: string | null;
            approved_by: components["schemas"]["ConsentPersonOut"] | null;
            /** Reason */
            reason: string;
            /** Notes */
            notes: string;
        };
        /**
         * ConsentOutcomeOut
         * @description Either the change holds, or it waits for a supervisor.
         */
        ConsentOutcomeOut: {
            consent: components["schemas"]["ConsentOut"] | null;
            waiting: components["schemas"]["ConsentWaitingOut"] | null;
        };
        /** ConsentPersonOut */
        ConsentPersonOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Full Name */
            full_name: string;
        };
        /**
         * ConsentChangeIn
         * @description What the customer says about one purpose; without a channel it holds for all ways of writing. A grant names the text in force.
         */
        ConsentChangeIn: {
            /**
             * Verification Id
             * Format: uuid
             */
            verification_id: string;
            /** Consent Type */
            consent_type: string;
            /**
             * Status
             * @enum {string}
             */
            status: "GRANTED" | "WITHDRAWN";
            /** Channel */
            channel?: ("EMAIL" | "SMS" | "WHATSAPP" | "PUSH" | "IN_APP" | "CALL") | null;
            /**
             * Captured Channel
             * @enum {string}
             */
            captured_channel: "BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WEB" | "WHATSAPP";
            /** Wording Id */
            wording_id?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Notes
             * @default
             */
            notes: string;
        };
        /** ConsentPageOut */
        ConsentPageOut: {
            /** Items */
            items: components["schemas"]["ConsentOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ConsentVerificationOut
         * @description A verification as it stands; `hint` is the masked number or address that a code went to.
         */
        ConsentVerificationOut: {
            /**
             * Verification Id
             * Format: uuid
             */
            verification_id: string;
            /**
             * Method
             * @enum {string}
             */
            method: "PHONE_OTP" | "KNOWLEDGE" | "IN_PERSON" | "DIGITAL_SIGNATURE";
            /** Channel */
            channel: string | null;
            /** Hint */
            hint: string;
            /** Verified */
            verified: boolean;
            /** Attempts Left */
            attempts_left: number;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * ConsentVerificationIn
         * @description How the customer is verified: `channel` for a one-time code, a document of the customer for a signature.
         */
        ConsentVerificationIn: {
            /**
             * Method
             * @enum {string}
             */
            method: "PHONE_OTP" | "KNOWLEDGE" | "IN_PERSON" | "DIGITAL_SIGNATURE";
            /** Channel */
            channel?: ("SMS" | "WHATSAPP" | "EMAIL") | null;
            /** Evidence Document Id */
            evidence_document_id?: string | null;
        };
        /**
         * ConsentAnswersIn
         * @description What the customer says; two of the three are enough.
         */
        ConsentAnswersIn: {
            /**
             * Birth Date
             * @default
             */
            birth_date: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Last Digits
             * @default
             */
            last_digits: string;
        };
        /** ConsentVerificationAnswerIn */
        ConsentVerificationAnswerIn: {
            /**
             * Code
             * @default
             */
            code: string;
            answers?: components["schemas"]["ConsentAnswersIn"] | null;
        };
        /** ConsentListIn */
        ConsentListIn: {
            /** Consent Type */
            consent_type?: string | null;
            /** Status */
            status?: ("GRANTED" | "WITHDRAWN") | null;
            /** Verification Method */
            verification_method?: ("PHONE_OTP" | "KNOWLEDGE" | "IN_PERSON" | "DIGITAL_SIGNATURE" | "SIGNED_LINK" | "PROVIDER_SIGNAL") | null;
            /** Captured Channel */
            captured_channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WEB" | "WHATSAPP") | null;
            /** Branch Code */
            branch_code?: string | null;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
            /** Cursor */
            cursor?: string | null;
            /**
             * Limit
             * @default 50
             */
            limit: number;
        };
        /** ConsentCountOut */
        ConsentCountOut: {
            /** Consent Type */
            consent_type: string;
            /** Name */
            name: string;
            /** Granted */
            granted: number;
            /** Withdrawn */
            withdrawn: number;
        };
        /** ConsentSummaryOut */
        ConsentSummaryOut: {
            /** Items */
            items: components["schemas"]["ConsentCountOut"][];
        };
        /** ConsentBranchOut */
        ConsentBranchOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** ConsentRequestCanOut */
        ConsentRequestCanOut: {
            /** Approve */
            approve: boolean;
            /** Reject */
            reject: boolean;
            /** Withdraw */
            withdraw: boolean;
        };
        /**
         * ConsentRequestOut
         * @description A grant that waits, or waited, for a supervisor.
         */
        ConsentRequestOut: {
            /**
             * Request Id
             * Format: uuid
             */
            request_id: string;
            customer: components["schemas"]["ConsentCustomerRefOut"];
            branch: components["schemas"]["ConsentBranchOut"];
            /** Consent Type */
            consent_type: string;
            /** Purpose */
            purpose: string;
            /** Channel */
            channel: string | null;
            /** Channel Name */
            channel_name: string | null;
            /** Wording Number */
            wording_number: number;
            /** Captured Channel Name */
            captured_channel_name: string;
            /** Verification Method Name */
            verification_method_name: string;
            /** Notes */
            notes: string;
            requested_by: components["schemas"]["ConsentPersonOut"] | null;
            /**
             * Requested At
             * Format: date-time
             */
            requested_at: string;
            /**
             * Status
             * @enum {string}
             */
            status: "PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN";
            decided_by: components["schemas"]["ConsentPersonOut"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Note */
            decision_note: string;
            can: components["schemas"]["ConsentRequestCanOut"];
        };
        /** ConsentRequestPageOut */
        ConsentRequestPageOut: {
            /** Items */
            items: components["schemas"]["ConsentRequestOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** ConsentDecisionIn */
        ConsentDecisionIn: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** ConsentRefusalIn */
        ConsentRefusalIn: {
            /** Note */
            note: string;
        };
        /**
         * ConsentPurposeOut
         * @description A purpose with the text in force.
         */
        ConsentPurposeOut: {
            /** Key */
            key: string;
            /** Name Id */
            name_id: string;
            /** Name En */
            name_en: string;
            /** Needs Approval */
            needs_approval: boolean;
            /** Is Active */
            is_active: boolean;
            /** Version */
            version: number;
            wording: components["schemas"]["ConsentWordingOut"] | null;
        };
        /** ConsentPurposesOut */
        ConsentPurposesOut: {
            /** Items */
            items: components["schemas"]["ConsentPurposeOut"][];
        };
        /** ConsentPurposeIn */
        ConsentPurposeIn: {
            /** Key */
            key: string;
            /** Name Id */
            name_id: string;
            /** Name En */
            name_en: string;
            /**
             * Needs Approval
             * @default false
             */
            needs_approval: boolean;
        };
        /** ConsentPurposeUpdateIn */
        ConsentPurposeUpdateIn: {
            /** Version */
            version: number;
            /** Name Id */
            name_id: string;
            /** Name En */
            name_en: string;
            /** Needs Approval */
            needs_approval: boolean;
            /** Is Active */
            is_active: boolean;
        };
        /** ConsentWordingsOut */
        ConsentWordingsOut: {
            /** Items */
            items: components["schemas"]["ConsentWordingOut"][];
        };
        /**
         * ConsentWordingIn
         * @description The next version; `after` is the number that the writer saw, 0 where there is none.
         */
        ConsentWordingIn: {
            /** After */
            after: number;
            /** Text Id */
            text_id: string;
            /** Text En */
            text_en: string;
        };
        /** CaseProductOut */
        CaseProductOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            names: components["schemas"]["CaseNamesOut"];
            /** Pack */
            pack: string | null;
            /** Position */
            position: number;
            /** Is Active */
            is_active: boolean;
            /** Version */
            version: number;
            /**
             * Can
             * @description update
             */
            can: {
                [key: string]: boolean;
            };
        };
        /** CaseProductsOut */
        CaseProductsOut: {
            /** Items */
            items: components["schemas"]["CaseProductOut"][];
        };
        /** CaseProductIn */
        CaseProductIn: {
            names: components["schemas"]["CaseNamesIn"];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Code */
            code: string;
        };
        /** CaseProductUpdateIn */
        CaseProductUpdateIn: {
            names: components["schemas"]["CaseNamesIn"];
            /**
             * Position
             * @default 0
             */
            position: number;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Version */
            version: number;
        };
        /**
         * ConsentBadgeOut
         * @description Consent to marketing as it stands; no status means that the customer was never asked.
         */
        ConsentBadgeOut: {
            /** Status */
            status: ("GRANTED" | "WITHDRAWN") | null;
            /** Since */
            since: string | null;
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
    ways_in_list: {
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
                    "application/json": components["schemas"]["WaysInOut"];
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
    users_list: {
        parameters: {
            query?: {
                q?: string;
                role?: string | null;
                status?: ("ACTIVE" | "SUSPENDED") | null;
                branch?: string | null;
                unit?: string | null;
                kind?: "USER" | "SERVICE" | "SYSTEM" | "ANONYMOUS";
                sort?: "full_name" | "-full_name" | "username" | "-username" | "last_login" | "-last_login" | "created" | "-created";
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
                    "application/json": components["schemas"]["UsersOut"];
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
    users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["UserOut"];
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
    users_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_suspend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserActIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_activate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserActIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_set_roles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserRolesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_add_scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserScopeAddIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_end_scope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                scope_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserScopeEndIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_set_switches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSwitchesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserOut"];
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
    users_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["UserSessionsOut"];
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
    users_end_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["EndedOut"];
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
    users_unlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["UserOut"];
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
    users_reset_factors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["TakenOut"];
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
    users_password_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkOut"];
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
    users_identities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
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
                    "application/json": components["schemas"]["IdentitiesOut"];
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
    users_tie_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitiesOut"];
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
    users_untie_identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                identity_id: string;
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
                    "application/json": components["schemas"]["IdentitiesOut"];
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
    sign_in_unlock_address: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedOut"];
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
    absences_list: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
                user_id?: string | null;
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
                    "application/json": components["schemas"]["AbsencesOut"];
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
    absences_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceOut"];
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
    absences_colleagues: {
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
                    "application/json": components["schemas"]["ColleaguesOut"];
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
    absences_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                absence_id: string;
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
    roles_list: {
        parameters: {
            query?: {
                retired?: boolean;
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
                    "application/json": components["schemas"]["RolesOut"];
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
    roles_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleFullOut"];
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
    roles_update: {
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
                "application/json": components["schemas"]["RoleUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleFullOut"];
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
    roles_retire: {
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
                "application/json": components["schemas"]["RoleRetireIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleFullOut"];
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
    roles_restore: {
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
                "application/json": components["schemas"]["RoleRestoreIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleFullOut"];
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
    grants_get: {
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
                    "application/json": components["schemas"]["GrantsOut"];
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
    grants_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsSaveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsOut"];
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
    grants_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsPreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsPreviewOut"];
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
    grants_shipped: {
        parameters: {
            query?: {
                role?: string | null;
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
                    "application/json": components["schemas"]["GrantChangesOut"];
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
    grants_revisions: {
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
                    "application/json": components["schemas"]["GrantRevisionsOut"];
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
    units_list: {
        parameters: {
            query?: {
                q?: string;
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
                    "application/json": components["schemas"]["UnitsOut"];
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
    units_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
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
    units_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["UnitOut"];
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
    units_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
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
    units_set_branches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitBranchesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
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
    units_set_policies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitPoliciesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
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
    organisation_branches: {
        parameters: {
            query?: {
                q?: string;
                active?: boolean | null;
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
                    "application/json": components["schemas"]["BranchesFullOut"];
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
    organisation_branches_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchFullOut"];
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
    organisation_branches_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BranchUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchFullOut"];
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
    settings_list: {
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
                    "application/json": components["schemas"]["SettingsOut"];
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
    settings_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsSaveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsOut"];
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
    settings_revisions: {
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
                    "application/json": components["schemas"]["SettingRevisionsOut"];
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
    password_links_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordLinkCheckIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkCheckOut"];
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
    password_links_redeem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordLinkRedeemIn"];
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
    audit_subject: {
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
                    "application/json": components["schemas"]["AuditSubjectOut"];
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
    audit_filters_list: {
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
                    "application/json": components["schemas"]["AuditFiltersOut"];
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
    audit_filters_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditFilterIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditFilterOut"];
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
    audit_filters_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filter_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditFilterIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditFilterOut"];
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
    audit_filters_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                filter_id: string;
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
                    "application/json": components["schemas"]["RemovedOut"];
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
    exports_list: {
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
                    "application/json": components["schemas"]["DataSetsOut"];
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
    exports_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    exports_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportPreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPreviewOut"];
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
    suspicion_summary: {
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
                    "application/json": components["schemas"]["SuspicionSummaryOut"];
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
    suspicion_rules_list: {
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
                    "application/json": components["schemas"]["SuspicionRulesOut"];
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
    suspicion_rules_update: {
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
                "application/json": components["schemas"]["SuspicionRuleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspicionRuleOut"];
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
    suspicion_alerts_list: {
        parameters: {
            query?: {
                state?: ("NEW" | "IN_REVIEW" | "DISMISSED" | "CONFIRMED") | null;
                rule?: string | null;
                user_id?: string | null;
                open?: boolean;
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
                    "application/json": components["schemas"]["SuspicionAlertsOut"];
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
    suspicion_alerts_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                alert_id: string;
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
                    "application/json": components["schemas"]["SuspicionDetailOut"];
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
    suspicion_alerts_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alert_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspicionReviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspicionAlertOut"];
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
    configuration_export: {
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
                    "application/json": components["schemas"]["ConfigurationFileOut"];
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
    configuration_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationPreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationPlanOut"];
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
    configuration_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationImportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationPlanOut"];
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
    documents_list: {
        parameters: {
            query: {
                subject_type: string;
                subject_id: string;
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
                    "application/json": components["schemas"]["DocumentsOut"];
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
    documents_attach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Subject Type */
                    subject_type: string;
                    /** Subject Id */
                    subject_id: string;
                    /** Kind */
                    kind: string;
                    /**
                     * Title
                     * @default
                     */
                    title?: string;
                    /** Tier */
                    tier?: number | null;
                    /**
                     * File
                     * Format: binary
                     */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
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
            /** @description Request Entity Too Large */
            413: {
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
    documents_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
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
                    "application/json": components["schemas"]["DocumentOut"];
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
    documents_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
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
                    "application/octet-stream": string;
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
    documents_hide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentHideIn"];
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
        };
    };
    break_glass_options: {
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
                    "application/json": components["schemas"]["AccessOptionsOut"];
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
    break_glass_lookup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessLookupIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessCardsOut"];
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
    break_glass_list: {
        parameters: {
            query?: {
                status?: ("REQUESTED" | "ACTIVE" | "REJECTED" | "WITHDRAWN" | "LAPSED" | "ENDED" | "REVOKED" | "EXPIRED")[];
                mine?: boolean;
                requested_by?: string | null;
                reason_code?: string | null;
                customer_id?: string | null;
                reviewed?: boolean | null;
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
                    "application/json": components["schemas"]["AccessRequestsOut"];
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
    break_glass_request: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessRequestIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_active: {
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
                    "application/json": components["schemas"]["AccessActiveOut"];
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
    break_glass_figures: {
        parameters: {
            query?: {
                months?: number;
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
                    "application/json": components["schemas"]["AccessFiguresOut"];
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
    break_glass_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_self_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_acts: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                request_id: string;
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
                    "application/json": components["schemas"]["AccessActsOut"];
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
    break_glass_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessReviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRequestDetailOut"];
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
    break_glass_samples: {
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
                    "application/json": components["schemas"]["SamplesOut"];
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
    break_glass_sample_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleDrawIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleDetailOut"];
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
    break_glass_sample_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sample_id: string;
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
                    "application/json": components["schemas"]["SampleDetailOut"];
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
    break_glass_finding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sample_id: string;
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleDetailOut"];
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
    customers_search: {
        parameters: {
            query: {
                q: string;
                branch?: string | null;
                segment?: string | null;
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
    customers_search_submit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchIn"];
            };
        };
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
    customers_import_changes: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ImportChangesOut"];
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
    portfolio_managers: {
        parameters: {
            query?: {
                q?: string;
                branch?: string | null;
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
                    "application/json": components["schemas"]["ManagersOut"];
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
    portfolio_customers: {
        parameters: {
            query?: {
                branch?: string | null;
                rm_user_id?: string | null;
                unassigned?: boolean;
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
                    "application/json": components["schemas"]["PortfolioCustomersOut"];
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
    portfolio_history: {
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
                    "application/json": components["schemas"]["PortfolioHistoryOut"];
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
    portfolio_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortfolioAssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioAssignOut"];
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
    portfolio_move: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortfolioMoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortfolioMoveOut"];
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
    customer_codes_list: {
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
                    "application/json": components["schemas"]["CodesOut"];
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
    customer_codes_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
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
    customer_codes_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list_key: "SEGMENT" | "PRODUCT" | "RELATIONSHIP";
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeOut"];
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
    customers_move: {
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
                "application/json": components["schemas"]["CustomerBranchIn"];
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
    relationships_add: {
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
                "application/json": components["schemas"]["RelationshipIn"];
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
    relationships_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                relationship_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationshipEndIn"];
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
    relationships_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                relationship_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerEditIn"];
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
    identifiers_retired: {
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
                    "application/json": components["schemas"]["RetiredIdentifiersOut"];
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
    identifiers_add: {
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
                "application/json": components["schemas"]["IdentifierIn"];
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
    identifiers_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                identifier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierVerifyIn"];
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
    identifiers_set_primary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                identifier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerEditIn"];
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
    identifiers_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                identifier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerEditIn"];
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
    identifiers_restore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
                identifier_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerEditIn"];
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
    cases_options: {
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
                    "application/json": components["schemas"]["CaseOptionsOut"];
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
    cases_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasePreviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePreviewOut"];
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
    cases_list: {
        parameters: {
            query?: {
                branch?: string[];
                status?: ("NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED")[];
                priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
                category?: string[];
                channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB")[];
                product?: string[];
                assignee?: string | ("me" | "none") | null;
                unit?: string | null;
                overdue?: boolean;
                /** @description no first response yet, although it is due */
                first_late?: boolean;
                watched?: boolean;
                review?: ("WAITING" | "RETURNED") | null;
                scope?: ("open" | "resolved" | "closed" | "all") | null;
                sort?: ("due" | "-created" | "priority" | "-closed") | null;
                closed_since?: string | null;
                closed_until?: string | null;
                customer_id?: string | null;
                /** @description a case number, whole or its last part */
                q?: string | null;
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
                    "application/json": components["schemas"]["CaseListOut"];
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
    cases_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_counts: {
        parameters: {
            query?: {
                branch?: string[];
                status?: ("NEW" | "IN_PROGRESS" | "WAITING_INFO" | "ESCALATED" | "RESOLVED" | "CLOSED")[];
                priority?: ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
                category?: string[];
                channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WHATSAPP" | "WEB")[];
                product?: string[];
                assignee?: string | ("me" | "none") | null;
                unit?: string | null;
                overdue?: boolean;
                /** @description no first response yet, although it is due */
                first_late?: boolean;
                watched?: boolean;
                review?: ("WAITING" | "RETURNED") | null;
                scope?: ("open" | "resolved" | "closed" | "all") | null;
                sort?: ("due" | "-created" | "priority" | "-closed") | null;
                closed_since?: string | null;
                closed_until?: string | null;
                customer_id?: string | null;
                /** @description a case number, whole or its last part */
                q?: string | null;
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
                    "application/json": components["schemas"]["CaseCountsOut"];
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
    cases_board: {
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
                    "application/json": components["schemas"]["CaseBoardOut"];
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
    cases_live: {
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
    cases_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_activities: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseActivitiesOut"];
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
    cases_assignees: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseAssigneesOut"];
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
    cases_colleagues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseColleaguesOut"];
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
    cases_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseAssignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseVersionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_claim_next: {
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
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseVersionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_escalate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseEscalateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_wait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseWaitIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseResumeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseNoteIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMessageIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_respond: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRespondIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReviewIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCloseIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReopenIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_watch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_unwatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_remind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRemindIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_unremind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                reminder_id: string;
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
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseBulkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseBulkOut"];
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
    cases_clocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["CaseClocksOut"];
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
    cases_reclassify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTermsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_extend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseExtensionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    cases_extension_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseExtensionDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    case_intake_list: {
        parameters: {
            query?: {
                status?: "WAITING" | "ACCEPTED" | "DISCARDED";
                branch?: string | null;
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
                    "application/json": components["schemas"]["IncomingListOut"];
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
    case_intake_receive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncomingIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingReceivedOut"];
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
    case_intake_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incoming_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseCreateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    case_intake_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                incoming_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncomingDiscardIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncomingOut"];
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
    case_replies_list: {
        parameters: {
            query?: {
                category?: string | null;
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
                    "application/json": components["schemas"]["RepliesOut"];
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
    case_replies_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyOut"];
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
    case_replies_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reply_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplyOut"];
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
    case_replies_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reply_id: string;
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
    case_replies_fill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
                reply_id: string;
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
                    "application/json": components["schemas"]["ReplyFilledOut"];
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
    case_views_list: {
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
                    "application/json": components["schemas"]["CaseViewsOut"];
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
    case_views_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseViewIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseViewOut"];
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
    case_views_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseViewChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseViewOut"];
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
    case_views_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
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
                    "application/json": components["schemas"]["CaseViewRemovedOut"];
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
    case_views_mark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseViewMarkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseViewOut"];
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
    complaint_report_get: {
        parameters: {
            query: {
                year: number;
                quarter: number;
                branch?: string | null;
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
                    "application/json": components["schemas"]["ComplaintReportOut"];
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
    complaint_report_file: {
        parameters: {
            query: {
                year: number;
                quarter: number;
                branch?: string | null;
                format?: "csv" | "xlsx" | "pdf";
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
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
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
    case_categories_list: {
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
                    "application/json": components["schemas"]["CategoriesOut"];
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
    case_categories_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryOut"];
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
    case_categories_all: {
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
                    "application/json": components["schemas"]["CategoriesOut"];
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
    case_categories_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryOut"];
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
    case_packs_list: {
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
                    "application/json": components["schemas"]["PacksOut"];
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
    case_packs_apply: {
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
                "application/json": components["schemas"]["PackApplyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PacksOut"];
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
    case_resolutions_list: {
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
                    "application/json": components["schemas"]["ResolutionsOut"];
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
    case_resolutions_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionOut"];
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
    case_resolutions_all: {
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
                    "application/json": components["schemas"]["ResolutionsOut"];
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
    case_resolutions_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionOut"];
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
    sla_policies_list: {
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
                    "application/json": components["schemas"]["LevelsOut"];
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
    sla_policies_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LevelCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    sla_policies_get: {
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
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    sla_policies_rename: {
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
                "application/json": components["schemas"]["LevelRenameIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    sla_policies_version: {
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
                    "application/json": components["schemas"]["LevelVersionDetailOut"];
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
    sla_policies_save_draft: {
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
                "application/json": components["schemas"]["LevelDraftIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    sla_policies_discard_draft: {
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
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    sla_policies_restore: {
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
                "application/json": components["schemas"]["LevelRestoreIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    sla_policies_publish: {
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
                "application/json": components["schemas"]["LevelPublishIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LevelDetailOut"];
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
    legal_rules_list: {
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
                    "application/json": components["schemas"]["LegalRulesListOut"];
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
    legal_rules_publish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalRulesIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalRulesListOut"];
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
    sla_explain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedOut"];
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
    services_list: {
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
                    "application/json": components["schemas"]["ServicesOut"];
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
    tasks_list: {
        parameters: {
            query?: {
                status?: ("OPEN" | "DONE" | "SKIPPED") | null;
                mine?: boolean;
                overdue?: boolean;
                due_before?: string | null;
                customer_id?: string | null;
                sort?: "due" | "-created";
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
                    "application/json": components["schemas"]["TaskPageOut"];
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
    tasks_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
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
    tasks_owners: {
        parameters: {
            query: {
                customer_id: string;
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
                    "application/json": components["schemas"]["TaskOwnersOut"];
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
    tasks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
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
                    "application/json": components["schemas"]["TaskOut"];
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
    tasks_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
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
    tasks_complete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
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
                    "application/json": components["schemas"]["TaskOut"];
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
    tasks_skip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskSkipIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskOut"];
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
    tasks_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
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
                    "application/json": components["schemas"]["TaskOut"];
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
    tasks_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskSearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPageOut"];
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
    workflow_migrations_cancel: {
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
    cases_move: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseMoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseOut"];
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
    case_numbers_audit: {
        parameters: {
            query: {
                year: number;
                branch?: string | null;
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
                    "application/json": components["schemas"]["CaseNumbersOut"];
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
    me_draft_key: {
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
                    "application/json": components["schemas"]["DraftKeyOut"];
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
    portfolio_mine: {
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
                    "application/json": components["schemas"]["QuietCustomersOut"];
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
    cases_search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseSearchIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseListOut"];
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
    consents_list: {
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
                    "application/json": components["schemas"]["CustomerConsentsOut"];
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
    consents_change: {
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
                "application/json": components["schemas"]["ConsentChangeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentOutcomeOut"];
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
    consents_history: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ConsentPageOut"];
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
    consent_verifications_create: {
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
                "application/json": components["schemas"]["ConsentVerificationIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentVerificationOut"];
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
    consent_verifications_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verification_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentVerificationAnswerIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentVerificationOut"];
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
    consents_register: {
        parameters: {
            query?: {
                consent_type?: string | null;
                status?: ("GRANTED" | "WITHDRAWN") | null;
                verification_method?: ("PHONE_OTP" | "KNOWLEDGE" | "IN_PERSON" | "DIGITAL_SIGNATURE" | "SIGNED_LINK" | "PROVIDER_SIGNAL") | null;
                captured_channel?: ("BRANCH" | "CALL_CENTER" | "MOBILE" | "EMAIL" | "WEB" | "WHATSAPP") | null;
                branch_code?: string | null;
                since?: string | null;
                until?: string | null;
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
                    "application/json": components["schemas"]["ConsentPageOut"];
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
    consents_summary: {
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
                    "application/json": components["schemas"]["ConsentSummaryOut"];
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
    consent_requests_list: {
        parameters: {
            query?: {
                status?: ("PENDING" | "APPROVED" | "REJECTED" | "WITHDRAWN") | null;
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
                    "application/json": components["schemas"]["ConsentRequestPageOut"];
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
    consent_requests_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentDecisionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentRequestOut"];
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
    consent_requests_reject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentRefusalIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentRequestOut"];
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
    consent_requests_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
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
                    "application/json": components["schemas"]["ConsentRequestOut"];
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
    consent_purposes_list: {
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
                    "application/json": components["schemas"]["ConsentPurposesOut"];
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
    consent_purposes_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentPurposeIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPurposeOut"];
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
    consent_purposes_update: {
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
                "application/json": components["schemas"]["ConsentPurposeUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPurposeOut"];
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
    consent_wordings_list: {
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
                    "application/json": components["schemas"]["ConsentWordingsOut"];
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
    consent_wordings_create: {
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
                "application/json": components["schemas"]["ConsentWordingIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentWordingOut"];
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
    case_products_list: {
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
                    "application/json": components["schemas"]["CaseProductsOut"];
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
    case_products_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseProductIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseProductOut"];
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
    case_products_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseProductUpdateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseProductOut"];
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
}
