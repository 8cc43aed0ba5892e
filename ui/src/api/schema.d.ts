// Made by `npm run api` from docs/openapi.json; do not edit.
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of a unit. */
        get: operations["account_list"];
        put?: never;
        /** Make an account (system administrator). Posts are granted by somebody else. */
        post: operations["account_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account with its posts; for administrators also log-in name and sessions. */
        get: operations["account_read"];
        put?: never;
        post?: never;
        /** Close an account (system administrator), once its posts have been handed over. */
        delete: operations["account_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ref}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant a post (security administrator). Nobody grants to himself. */
        post: operations["holding_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ref}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give somebody a one-time password (system administrator): the old one no longer counts, all
         *     sessions end, and at the next log-in another one must be chosen. Sent again it makes another one.
         */
        post: operations["account_new_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ref}/sessions": {
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
         * Log somebody out everywhere, e.g. after a lost phone (system or security administrator). Every
         *     session of the account ends on every node within five seconds.
         */
        delete: operations["account_end_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals, newest first: what was handed in is for everybody who works here; drafts for whoever writes them and
         *     the list office.
         */
        get: operations["admission_list"];
        put?: never;
        /** Propose to admit, change or retire entries of the lists. A draft until it is handed in. */
        post: operations["admission_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admissions/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal with what it changes, its burden, opinions, objections and timeline, and what may be done with it now. */
        get: operations["admission_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admissions/{ref}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do something to a proposal: hand it in, weigh it, review, approve, send back, refuse, object, reply, recall. */
        post: operations["admission_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admissions/{ref}/burden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a proposal would cost as things stand now: minutes per person and week, list by list. */
        get: operations["admission_burden"];
        put?: never;
        post?: never;
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
        /** The trail of a district, newest first (auditor). */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Buildings of a grid, a village or a box, by name where `q` is given; by name alone in the districts of the post.
         *     A box has one page.
         */
        get: operations["building_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A building: what is known of the place, the points around it, and the open work there. People only as a count of five
         *     and more.
         */
        get: operations["building_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/buildings/{ref}/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look, because of a piece of work at a building, at who lives there: masked, and written down. At most 300 rows; of
         *     larger buildings by storey.
         */
        post: operations["resident_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a list costs in a place: minutes per person and week, the share of the ceiling, entry by entry and place by
         *     place. Planned work by place, never what a person did.
         */
        get: operations["burden_of_place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger of what is entered once: fields that are known already, who keeps them true, and where they are read
         *     from. For whoever holds a post.
         */
        get: operations["burden_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The burden of the grid whose post is being used, today and in seven days: for whoever works it, and nobody else. */
        get: operations["burden_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/overlaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Visits of different entries to the same doors that could be one stop, and what that would save. */
        get: operations["burden_overlaps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price an entry before anybody decides on it. Nothing is written. For whoever keeps lists or may apply: officers of
         *     a centre, of a board, of a community, of a department.
         */
        post: operations["burden_price"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The estimates of all entries against what was measured, those that are due and off by more than a third first (list
         *     officer).
         */
        get: operations["burden_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was measured: medians of what at least twenty workers offered within a month, up to yesterday. Fewer are
         *     never shown. For whoever holds a post.
         */
        get: operations["burden_samples"];
        put?: never;
        /**
         * Offer how many minutes something took. Voluntary; stored without who and without the time of day. Once a month for
         *     each matter: offered again, the last word counts. For those who do the work.
         */
        post: operations["burden_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ceilings: every version, newest first. For whoever holds a post. */
        get: operations["burden_terms"];
        put?: never;
        /** Publish ceilings for the city (city list officer). What was published is never changed. */
        post: operations["burden_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/terms/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What other ceilings would change, and how many places would be over them. Nothing is written (list officer). */
        post: operations["burden_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/burden/terms/{n}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an older version of the ceilings in force again, as a new one from now on (city list officer). */
        post: operations["burden_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays and make-up workdays of a year. */
        get: operations["calendar_read"];
        put?: never;
        post?: never;
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
        /** Cases within the rights of the post held. */
        get: operations["case_list"];
        put?: never;
        /**
         * Report something. Anybody may, with or without an account; without one the answer carries a
         *     token to follow the case by.
         */
        post: operations["case_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cases as a workbook (XLSX): the filters of the list (paging aside), at most 5,000 rows, masked as in the list. Who took
         *     it out and when stands in it and on the audit trail.
         */
        get: operations["case_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case with its timeline, clocks, calls and requests, and what may be done with it now. */
        get: operations["case_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do something to a case. */
        post: operations["case_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what one step said, on request: for the security administrator, who never reads it. A step of
         *     its own says so; the timeline still verifies.
         */
        post: operations["case_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links of a case, for whoever handles it. */
        get: operations["link_list"];
        put?: never;
        /**
         * Give a contractor without an account a link to a case (whoever handles it): it shows matter, place and
         *     note, and takes words and photos. It ends with the case, on its date, or when taken back.
         */
        post: operations["link_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}/links/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link back: from now on it opens nothing. */
        delete: operations["link_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The reporter's name and telephone, for a reason that is kept on the audit trail. */
        post: operations["case_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{ref}/supporters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * "Me too": counts once per account; the answer carries a token to follow the case by, and to take it
         *     back.
         */
        post: operations["case_support"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open and overdue cases of a unit and of each unit below it, by board: the same rows give the same numbers at
         *     every level. Sealed cases are never counted, restricted ones for posts with the right only. `GET /api/v1/cases?unit=…&open=true`
         *     opens a count to its cases.
         */
        get: operations["count_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who covers whom in a unit, now and later: for whoever keeps its roster or grants its posts. */
        get: operations["cover_list"];
        put?: never;
        /** Ask a colleague to cover one's own post for some days. It counts once that one has agreed. */
        post: operations["cover_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/covers/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a cover: either of the two, whoever keeps the unit's roster, or the security administrator. */
        delete: operations["cover_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/covers/{ref}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a colleague who asked. With a yes one holds the post as deputy in that time. */
        post: operations["cover_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts that go or went round, newest first. */
        get: operations["drafting_list"];
        put?: never;
        /** Send a draft of the lists round (list office): every town is told. */
        post: operations["drafting_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft with what towns said, what they were answered, and who is silent in this round. */
        get: operations["drafting_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{ref}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a town thinks of a draft; answer, go on to the next round, propose or cancel (list office). */
        post: operations["drafting_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The duties of a grid on a day as stops on a walk: for the grid's workers and its community. With `If-None-Match` of
         *     the `ETag` before, an unchanged list is not sent again.
         */
        get: operations["duty_day"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/away": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a grid worker will be away: oneself, or one of the community. Never why. */
        post: operations["duty_away"];
        /** Say that somebody is back from today on. */
        delete: operations["duty_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works the grids of the same community: to hand a stop over to. */
        get: operations["duty_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Coverage by place and time: what was seen, what falls behind, what has not been seen for long, which grids nobody
         *     works today. Never by person.
         */
        get: operations["duty_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What duties are done at in a community; names of persons are masked. */
        get: operations["duty_objects"];
        put?: never;
        /** Add an object from today on: for the community. */
        post: operations["duty_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/objects/{ref}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an object: from today on nobody goes there any more. */
        post: operations["duty_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/objects/{ref}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person's name, for a reason that is kept on the audit trail. */
        post: operations["duty_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is offered in the grid of the post being used, and what it has taken: for volunteers and part-timers. */
        get: operations["duty_offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/ticks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tick stops: done, nothing found, found something (it becomes a case), skipped, moved, handed over, offered, taken,
         *     given back, undone. Each has its own key and is done once however often it is sent; what was done offline says when
         *     it `happened`.
         */
        post: operations["duty_tick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sets duties off in the town today, with what it asks for and what gives way. */
        get: operations["duty_triggers"];
        put?: never;
        /** Set duties off because of heat, rain, a river, fraud or wind: only admitted matters answer, until the day given. */
        post: operations["set_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/triggers/{ref}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a trigger off: what is left of it falls away at the end of today. */
        post: operations["call_off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What comes onto the list of a grid in seven days. */
        get: operations["duty_week"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The editions of the geography, latest first, at most a hundred. */
        get: operations["edition_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a photo or a document; refer to it in a report or a step within a day. Anonymous uploads
         *     are counted against the rate limit.
         */
        post: operations["file_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file's content: for its uploader, and for whoever may read the work it belongs to. */
        get: operations["file_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case as its reporter sees it, by the token received when reporting. */
        get: operations["follow_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow/{token}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the reporter does: add, correct, withdraw, message, disclose, rate, reopen, urge. */
        post: operations["follow_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans for the grids of a village: open ones, and the latest that were done, taken back or found impossible. */
        get: operations["grid_plans"];
        put?: never;
        /**
         * Plan a change of grids (the community for its own, or the system administrator): for a day within a year, or at
         *     once. Whoever sits in the grids, their village and town is told. With `dry_run` it is only checked, and told what moves.
         */
        post: operations["grid_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grid-plans/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a plan back before its moment (the community for its own, or the system administrator). Those who were told are told again. */
        delete: operations["grid_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The grids whose box meets a box, as a GeoJSON FeatureCollection, at most 500. */
        get: operations["grid_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grids/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A grid as a GeoJSON feature (RFC 7946): `{"type":"Feature","id":…,"properties":…,"geometry":…}`. */
        get: operations["grid_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public screen of a hall: for the posts of a district, town or village, whose kiosk shows it. Counts below five
         *     are `null`, and so is what would let them be worked out.
         */
        get: operations["hall_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holdings/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave a post (security administrator): its open work must have somebody. */
        delete: operations["holding_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a table (administrators of the city): `multipart/form-data` with the part `file`, or the file itself
         *     as the body with `filename`. With `dry_run=true` it is only checked and the difference told; a file
         *     with bad rows changes nothing.
         */
        post: operations["import_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link shows, by its token. */
        get: operations["link_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{token}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer by a link: it stands on the timeline, and whoever handles the case is told. */
        post: operations["link_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as it counts at a moment, by board, in a shape fit for print. */
        get: operations["matter_lists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as it counts at a moment, as a workbook (XLSX), with what it is and when it counted on a second sheet. */
        get: operations["export_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was added to a list, changed on it and ended between two moments. */
        get: operations["lists_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a map needs to begin. Open to everybody. */
        get: operations["map_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Matters in force, by code. */
        get: operations["matter_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Up to five matters in force that a text may mean, and why: for a person to choose from. */
        get: operations["matter_suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One matter: the version in force, or the one asked for. */
        get: operations["matter_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{code}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became different between two versions of an entry, field by field, in both languages. */
        get: operations["matter_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a matter, newest first: what is in force, what will be, and what was. */
        get: operations["matter_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matters/{code}/versions/{n}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an older version in force again (list officer): as a new version from now on. Only what was in force before, of an
         *     entry that is in force now, and within the ceiling of its list; anything else goes through admission. What was
         *     published is never changed, and open cases keep the version they were filed under.
         */
        post: operations["matter_restore"];
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
        /** Who I am, which posts I hold. */
        get: operations["me_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/covers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who covers for me, and for whom I am asked to or do; the last thirty days among them. */
        get: operations["cover_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/deputies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Colleagues who could cover a post of mine: of the same unit or the one above, as the rules of
         *     separation allow.
         */
        get: operations["cover_deputies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at my data, and why. */
        get: operations["me_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        /** Change my password; all my other sessions end. */
        put: operations["me_change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filters I keep. */
        get: operations["me_views"];
        /** Keep these filters in place of those kept so far: at most 30, each with its own name. */
        put: operations["me_set_views"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices to me: to the post I am using, and to me by name. */
        get: operations["notice_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{ref}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that I read a notice. */
        post: operations["notice_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{ref}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a notice: it stops ringing for everybody. */
        post: operations["notice_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was reported, newest first: for the list office of the district or the city, and nobody else. */
        get: operations["offlist_list"];
        put?: never;
        /** Report off-list work or formalism: every worker has this button. Nothing says who it was, unless `may_ask`. */
        post: operations["offlist_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offlist/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often each unit was named within a year, five and more: for the list office. */
        get: operations["offlist_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offlist/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My own reports, with their answers. */
        get: operations["offlist_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offlist/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report with its timeline: for the list office, and for the worker who made it. */
        get: operations["offlist_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offlist/{ref}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a report or ask back (list office); add to it or take it back (the worker). */
        post: operations["offlist_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offlist/{ref}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who reported, if the worker allowed it (list office), for a reason that is kept on the audit trail. */
        post: operations["offlist_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Photos of a building or in a box that the post held may see, the latest day first; at most 60 of a building, 200 in
         *     a box.
         */
        get: operations["photo_list"];
        put?: never;
        /** Keep a dated photo of a place without people (grid worker in the grid, community in the community). */
        post: operations["photo_put"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a photo back: whoever uploaded it, or the community. Its picture is erased. */
        delete: operations["photo_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{ref}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture itself. */
        get: operations["photo_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/locate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The grid that a point lies in, or the nearest one within 3 km. Open to everybody. */
        get: operations["place_locate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Towns, villages and communities by name. Open to everybody: who has neither position nor map says
         *     where it is by a name. Says of a unit only what stands on any town plan.
         */
        get: operations["place_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Points in a box: fire lanes, hydrants, shelters and the like; at most 200. */
        get: operations["point_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/precedents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rulings on disputed responsibility, newest first: on open work of the districts that the post works
         *     in, and on whatever else its holder may list.
         */
        get: operations["precedent_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{ref}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uncover one particular of one resident, because of a piece of work at the building: a step of its own, written down. */
        post: operations["resident_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is on duty in a unit. */
        get: operations["roster_read"];
        /** Replace a stretch of a roster. */
        put: operations["roster_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Routing rules, newest version first: who is offered first when a case is dispatched. For whoever holds a post. */
        get: operations["routing_history"];
        put?: never;
        /**
         * Publish the routing rules of the city, all of them (city list officer). A rule only puts those whom a matter names in
         *     order; it charges nobody else. What was published is never changed.
         */
        post: operations["routing_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What other rules would change. Nothing is written (list officer). */
        post: operations["routing_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/routing/{n}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an older version of the rules in force again, as a new one from now on (city list officer): if the lists of today
         *     still name whom it offers first.
         */
        post: operations["routing_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in. */
        post: operations["session_open"];
        /** Log out here. */
        delete: operations["session_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Log out everywhere: every session of this account ends on every node within five seconds. */
        delete: operations["session_close_all"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last twenty hand-overs of a unit, newest first: for whoever holds a post there, and for whoever
         *     keeps its roster.
         */
        get: operations["shift_list"];
        put?: never;
        /** Hand the shift over. Open red and overdue cases are added by the server. */
        post: operations["shift_hand_over"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shifts/{ref}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the shift over: by another person who holds a post of the same unit. */
        post: operations["shift_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open cases near a point: is it known already? Open to everybody; says of a case only what may be
         *     known in the street.
         */
        get: operations["case_similar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live events as server-sent events: references only, misses nothing over reconnects. Event names:
         *     `hello` (first cursors), the event's kind, `reset` (load the page anew), `bye` (the right ended).
         */
        get: operations["stream_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** "Solved this year": numbers by matter and by month, five and more, for a printed sheet. */
        get: operations["summary_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/supporters/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a "me too" back, with the name and number left; again changes nothing. */
        delete: operations["supporter_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a changed matter on what happened: which cases would have moved, which would have run over a limit, and what it
         *     would have cost. Open and restricted cases of the post's area are counted, sealed ones never; examples are only what the
         *     post may list. Nothing is written. For centres and list officers. It answers after some seconds at the latest: go on
         *     with `next` as `after`, and add the counts up.
         */
        post: operations["trial_trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unit-aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The unit that an old line grid was merged into. */
        get: operations["unit_by_alias"];
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
        /** Find units by name. Grids are found by their whole code only. */
        get: operations["unit_search"];
        put?: never;
        post?: never;
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
        /** A unit. */
        get: operations["unit_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The units that a unit governs, by code. */
        get: operations["unit_children"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/governor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a town under another district or zone from now on (system administrator of the city). Its
         *     home shard and what was filed stay.
         */
        post: operations["unit_govern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a unit comes from: old line grids, splits and merges. */
        get: operations["unit_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/office": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Office hours of a unit: its own, or those of the next unit above it. */
        get: operations["office_read"];
        /**
         * Set a unit's office hours (system administrator). They count for clocks armed from now on; limits
         *     already promised stay, and only provisional ones are computed again.
         */
        put: operations["office_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{code}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posts of a unit. */
        get: operations["unit_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an account may, or may not, do something (auditor): relation by relation, from the table of rights
         *     itself. Tells nothing of the case's contents, and is written to the audit trail.
         */
        get: operations["why_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/cases/{z}/{x}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open cases as points (MVT 2.1), from zoom 14 on, at most 500: layer `case` with `ref`, `number`, `state`,
         *     `colour`, `board`, `matter`, `matter_zh`, `overdue`; a layer `info` with `more` when there are others. Only what
         *     the post held may read in full.
         */
        get: operations["tile_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/premises/{z}/{x}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Buildings and points from zoom 15 on (MVT 2.1): layer `building` with `ref`, `name`, `storeys`; layer `point` with
         *     `code`, `kind`, `name`. Open to everybody: where positioning fails one picks a building. At most 1,000 of each.
         */
        get: operations["tile_premises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/units/{tag}/{z}/{x}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tile of the ground (MVT 2.1): layers `district`, `town` (from zoom 9), `village` (12), `grid` (13), `water`
         *     (8) and `label`, with `code`, `name`, `level`, `parent`. Open to everybody. 204 when there is nothing to draw.
         */
        get: operations["tile_units"];
        put?: never;
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
        /** @description 接单: taken. */
        Accept: Record<string, unknown>;
        /** @description A new account. */
        AccountNew: {
            /** @description Login name: 2 to 64 of a-z 0-9 . _ - @. */
            login: string;
            /** @description First password, 10 to 128 characters; the person changes it. */
            password: string;
            /** @description How colleagues see the person, e.g. 何网格员. */
            called: string;
            /** @description Real name; kept sealed. */
            name?: string | null;
            /** @description Phone number; kept sealed. */
            phone?: string | null;
            /** @description The unit the person belongs to. */
            home_unit: string;
        };
        /** @description One account, as administrators look after it. */
        AccountSheet: components["schemas"]["AccountView"] & {
            /**
             * Format: date-time
             * @description When it was closed; absent while it is open.
             */
            closed?: string | null;
            /**
             * @description Log-in name. This and what follows are for administrators only: colleagues do not see when
             *     somebody was here.
             */
            login?: string | null;
            /** @description The password is a one-time one that its owner has not replaced yet. */
            must_change?: boolean | null;
            /**
             * Format: int64
             * @description Sessions in force.
             */
            sessions?: number | null;
            /**
             * Format: date-time
             * @description The latest log-in that is still known.
             */
            last_login?: string | null;
        };
        /** @description An account as colleagues see it. */
        AccountView: {
            /** @description Its reference. */
            ref: string;
            /** @description How it is called. */
            called: string;
            /** @description The unit it belongs to. */
            home_unit: string;
            /** @description Posts held now or later. */
            holdings: components["schemas"]["HoldingView"][];
        };
        /** @description An action with the version that the sender saw. */
        ActRequest: components["schemas"]["Action"] & {
            /**
             * Format: int64
             * @description Version of the case that the sender saw; not needed for actions that disturb nobody.
             */
            version?: number | null;
            /** @description When it happened, by the sender's clock: shown, never decisive. */
            happened?: string | null;
        };
        /** @description What somebody does to a case. One endpoint takes them all; `action` names the kind. */
        Action: (components["schemas"]["Verify"] & {
            /** @enum {string} */
            action: "verify";
        }) | (components["schemas"]["Reject"] & {
            /** @enum {string} */
            action: "reject";
        }) | (components["schemas"]["File"] & {
            /** @enum {string} */
            action: "file";
        }) | (components["schemas"]["Resolve"] & {
            /** @enum {string} */
            action: "resolve";
        }) | (components["schemas"]["Dispatch"] & {
            /** @enum {string} */
            action: "dispatch";
        }) | (components["schemas"]["Accept"] & {
            /** @enum {string} */
            action: "accept";
        }) | (components["schemas"]["Return"] & {
            /** @enum {string} */
            action: "return";
        }) | (components["schemas"]["Transfer"] & {
            /** @enum {string} */
            action: "transfer";
        }) | (components["schemas"]["Whistle"] & {
            /** @enum {string} */
            action: "whistle";
        }) | (components["schemas"]["Invite"] & {
            /** @enum {string} */
            action: "invite";
        }) | (components["schemas"]["Arrive"] & {
            /** @enum {string} */
            action: "arrive";
        }) | (components["schemas"]["Contribute"] & {
            /** @enum {string} */
            action: "contribute";
        }) | (components["schemas"]["Release"] & {
            /** @enum {string} */
            action: "release";
        }) | (components["schemas"]["Veto"] & {
            /** @enum {string} */
            action: "veto";
        }) | (components["schemas"]["Appraise"] & {
            /** @enum {string} */
            action: "appraise";
        }) | (Record<string, unknown> & {
            /** @enum {string} */
            action: "object";
        }) | (components["schemas"]["Ask"] & {
            /** @enum {string} */
            action: "ask";
        }) | (components["schemas"]["Decide"] & {
            /** @enum {string} */
            action: "decide";
        }) | (components["schemas"]["Rule"] & {
            /** @enum {string} */
            action: "rule";
        }) | (components["schemas"]["Resume"] & {
            /** @enum {string} */
            action: "resume";
        }) | (components["schemas"]["Urge"] & {
            /** @enum {string} */
            action: "urge";
        }) | (components["schemas"]["Supervise"] & {
            /** @enum {string} */
            action: "supervise";
        }) | (components["schemas"]["Split"] & {
            /** @enum {string} */
            action: "split";
        }) | (components["schemas"]["Refer"] & {
            /** @enum {string} */
            action: "refer";
        }) | (components["schemas"]["Recall"] & {
            /** @enum {string} */
            action: "recall";
        }) | (components["schemas"]["Answered"] & {
            /** @enum {string} */
            action: "answered";
        }) | (components["schemas"]["Recalled"] & {
            /** @enum {string} */
            action: "recalled";
        }) | (components["schemas"]["Finish"] & {
            /** @enum {string} */
            action: "finish";
        }) | (components["schemas"]["Check"] & {
            /** @enum {string} */
            action: "check";
        }) | (components["schemas"]["Close"] & {
            /** @enum {string} */
            action: "close";
        }) | (components["schemas"]["Rate"] & {
            /** @enum {string} */
            action: "rate";
        }) | (components["schemas"]["Reopen"] & {
            /** @enum {string} */
            action: "reopen";
        }) | (components["schemas"]["Lift"] & {
            /** @enum {string} */
            action: "lift";
        }) | (components["schemas"]["Merge"] & {
            /** @enum {string} */
            action: "merge";
        }) | (components["schemas"]["Unmerge"] & {
            /** @enum {string} */
            action: "unmerge";
        }) | (components["schemas"]["Joined"] & {
            /** @enum {string} */
            action: "joined";
        }) | (components["schemas"]["Parted"] & {
            /** @enum {string} */
            action: "parted";
        }) | (components["schemas"]["NotJoined"] & {
            /** @enum {string} */
            action: "not_joined";
        }) | (components["schemas"]["HeadEnded"] & {
            /** @enum {string} */
            action: "head_ended";
        }) | (components["schemas"]["Add"] & {
            /** @enum {string} */
            action: "add";
        }) | (components["schemas"]["Correct"] & {
            /** @enum {string} */
            action: "correct";
        }) | (components["schemas"]["Withdraw"] & {
            /** @enum {string} */
            action: "withdraw";
        }) | (components["schemas"]["Message"] & {
            /** @enum {string} */
            action: "message";
        }) | (components["schemas"]["Disclose"] & {
            /** @enum {string} */
            action: "disclose";
        }) | (components["schemas"]["Remind"] & {
            /** @enum {string} */
            action: "remind";
        }) | (components["schemas"]["Overdue"] & {
            /** @enum {string} */
            action: "overdue";
        }) | (components["schemas"]["Rearm"] & {
            /** @enum {string} */
            action: "rearm";
        });
        /** @description 补充: something is added, by the reporter or by anyone on the case. */
        Add: {
            /** @description The words. */
            text: string;
            /** @description Photos or documents. */
            files?: string[];
        };
        /** @description An action with the version that the sender saw. */
        AdmissionActRequest: components["schemas"]["AdmissionAction"] & {
            /**
             * Format: int64
             * @description Version of the proposal that the sender saw; objections and their answers need none.
             */
            version?: number | null;
        };
        /** @description What somebody does to a proposal. One endpoint takes them all; `action` names the kind. */
        AdmissionAction: (components["schemas"]["AdmissionAmend"] & {
            /** @enum {string} */
            action: "amend";
        }) | (components["schemas"]["AdmissionSubmit"] & {
            /** @enum {string} */
            action: "submit";
        }) | (components["schemas"]["AdmissionWeigh"] & {
            /** @enum {string} */
            action: "weigh";
        }) | (components["schemas"]["AdmissionReview"] & {
            /** @enum {string} */
            action: "review";
        }) | (components["schemas"]["AdmissionApprove"] & {
            /** @enum {string} */
            action: "approve";
        }) | (components["schemas"]["AdmissionSendBack"] & {
            /** @enum {string} */
            action: "send_back";
        }) | (components["schemas"]["AdmissionRefuse"] & {
            /** @enum {string} */
            action: "refuse";
        }) | (components["schemas"]["AdmissionRecall"] & {
            /** @enum {string} */
            action: "recall";
        }) | (components["schemas"]["AdmissionObject"] & {
            /** @enum {string} */
            action: "object";
        }) | (components["schemas"]["AdmissionReply"] & {
            /** @enum {string} */
            action: "reply";
        }) | (components["schemas"]["AdmissionRemind"] & {
            /** @enum {string} */
            action: "remind";
        }) | (components["schemas"]["AdmissionOverdue"] & {
            /** @enum {string} */
            action: "overdue";
        }) | (components["schemas"]["AdmissionRetire"] & {
            /** @enum {string} */
            action: "retire";
        });
        /** @description 修改: the applicant writes it anew. */
        AdmissionAmend: {
            /** @description The whole content. */
            content: components["schemas"]["ProposalContent"];
        };
        /** @description 批准. */
        AdmissionApprove: {
            /** @description On what grounds. */
            note: string;
        };
        /** @description 提出异议, by somebody concerned. */
        AdmissionObject: {
            /** @description What speaks against it, 2 to 1,000 characters. */
            text: string;
        };
        /** @description The clock says that a stage is over its limit. */
        AdmissionOverdue: {
            /** @description Which clock. */
            clock: components["schemas"]["Clock"];
        };
        /** @description 申请撤回, by the applicant. */
        AdmissionRecall: {
            /** @description Why. */
            reason: string;
        };
        /** @description What the sender gets back, and gets back again when it repeats the key. */
        AdmissionReceipt: {
            /** @description The proposal. */
            ref: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its version after the step.
             */
            version: number;
            /** @description Its state after the step. */
            state: components["schemas"]["AdmissionState"];
        };
        /** @description 不予准入, with the reason. */
        AdmissionRefuse: {
            /** @description Why. */
            reason: string;
        };
        /** @description The clock reminds of a stage that waits. Nothing is approved by silence. */
        AdmissionRemind: {
            /** @description Which clock. */
            clock: components["schemas"]["Clock"];
        };
        /** @description 答复异议. */
        AdmissionReply: {
            /**
             * Format: int64
             * @description Which objection.
             */
            objection: number;
            /** @description Whether it is taken up. */
            accepted: boolean;
            /** @description The answer. */
            text: string;
        };
        /** @description 已退出: nothing that it published is in force any more. */
        AdmissionRetire: Record<string, unknown>;
        /** @description 联合审查意见: one unit says whether it agrees. */
        AdmissionReview: {
            /** @description Whether it agrees; without consent it goes back for change. */
            consent: boolean;
            /** @description The opinion. */
            opinion: string;
        };
        /** @description 退回修改, with the reason. */
        AdmissionSendBack: {
            /** @description What has to be changed. */
            reason: string;
        };
        /**
         * @description Where a proposal stands.
         * @enum {string}
         */
        AdmissionState: "draft" | "burden_check" | "joint_review" | "gov_approve" | "upper_approve" | "mending" | "effective" | "retired" | "refused" | "recalled";
        /** @description 提交: handed in, again after it was sent back. */
        AdmissionSubmit: Record<string, unknown>;
        /** @description 负担审核通过: the list office has looked at the price, and asks units to review it jointly. */
        AdmissionWeigh: {
            /** @description The units asked, at least two. */
            reviewers: string[];
            /** @description What to heed. */
            note?: string;
        };
        /** @description An old line grid (多网合一). */
        AliasView: {
            /** @description Whose grid it was, e.g. `cg` (urban management). */
            scheme: string;
            /** @description Its name there. */
            alias: string;
        };
        /** @description 联动答复: by the server, when the linked case has ended over there. */
        Answered: {
            /**
             * Format: int64
             * @description Which link.
             */
            link: number;
            /** @description Closed, rather than not taken. */
            solved: boolean;
            /** @description What was said over there at the end. */
            note: string;
        };
        /** @description 评价: the town judges the called unit's work on this case. */
        Appraise: {
            /**
             * Format: int64
             * @description Which call.
             */
            call: number;
            /** @description The grade. */
            grade: components["schemas"]["Grade"];
            /** @description On what grounds. */
            note?: string;
        };
        /** @description 报到: the called one is there. One point at the tap, deleted when the case is closed. */
        Arrive: {
            point?: components["schemas"]["Coord"] | null;
        };
        /** @description 申请: extension or suspension until a date, or a dispute over who is responsible. */
        Ask: {
            /** @description What is asked. */
            kind: components["schemas"]["RequestKind"];
            /** @description Why. */
            reason: string;
            /** @description Until when; not for disputes. */
            until?: string | null;
        };
        /**
         * @description Who sees a photo of a place.
         * @enum {string}
         */
        Audience: "staff" | "community";
        /** @description A map below ours. */
        BaseMap: {
            /** @description Addresses of the tiles. */
            tiles: string[];
            /** @description Addresses of the tiles with names. */
            labels: string[];
            /** @description Whom to name. */
            attribution: string;
            /** @enum {string} */
            kind: "tianditu";
        } | {
            /** @description Its address. */
            url: string;
            /** @description Whom to name. */
            attribution: string;
            /** @enum {string} */
            kind: "pmtiles";
        } | {
            /** @description Addresses of the tiles. */
            tiles: string[];
            /** @description Whom to name. */
            attribution: string;
            /** @enum {string} */
            kind: "imagery";
        };
        /**
         * @description The four boards of a town (四板块), and the command centre beside them.
         * @enum {string}
         */
        Board: "CENTRE" | "DJ" | "JJ" | "MS" | "PF";
        /** @description The entries of one board, in the order of their codes. */
        BoardLines: {
            /** @description The board. */
            board: components["schemas"]["Board"];
            /** @description A cell for each column of the sheet. */
            rows: string[][];
        };
        /** @description A building with the points around it and the open work there. */
        BuildingSheet: components["schemas"]["BuildingView"] & {
            /** @description Its points, and those within 40 m. */
            points: components["schemas"]["PointRow"][];
            /** @description Open cases within 40 m that the post held may see, by deadline, at most 50. */
            cases: components["schemas"]["CaseRow"][];
            /** @description How many these are. */
            open: number;
            /**
             * Format: int64
             * @description Residents registered here; absent below five. Names only because of a piece of work.
             */
            registered?: number | null;
            /** @description The box of 40 m around it, as lists take it. */
            bbox: string;
        };
        /** @description A building: what is known of the place; people only as a count of five and more. */
        BuildingView: {
            /** @description The building. */
            ref: string;
            /** @description Its code in the list it came from. */
            code: string;
            /** @description Name. */
            name: string;
            /** @description Street and number, estate. */
            address: string;
            /**
             * Format: double
             * @description Longitude, WGS-84.
             */
            lon: number;
            /**
             * Format: double
             * @description Latitude.
             */
            lat: number;
            /** @description Grid. */
            grid: string;
            /** @description Village or community. */
            village: string;
            /**
             * Format: int64
             * @description Storeys.
             */
            storeys: number;
            /**
             * Format: int64
             * @description Entrances (单元).
             */
            entrances: number;
            /**
             * Format: int64
             * @description Flats on one storey of one entrance.
             */
            units_per_storey: number;
            /**
             * Format: int64
             * @description Flats in all.
             */
            flats: number;
            /**
             * Format: int64
             * @description Flats that stand empty.
             */
            vacancies: number;
            /**
             * Format: int64
             * @description People who live here; `null` where not counted, or fewer than five.
             */
            people?: number | null;
            /**
             * Format: int64
             * @description Lifts.
             */
            lifts: number;
            /**
             * Format: int64
             * @description Places to charge.
             */
            charging_places: number;
            /** @description Known hazards, in words. */
            hazards: string[];
        };
        /** @description The price of a proposal: one line for each list that it touches. */
        Burden: {
            /** @description By list. */
            lists: components["schemas"]["ListBurden"][];
            /** @description Entries given up in the same proposal. */
            given_up: string[];
        };
        /** @description What the grid list costs in a community: planned, on average of the year, never what somebody did. */
        BurdenOfCommunity: {
            /**
             * Format: double
             * @description Minutes per person and week.
             */
            each: number;
            /**
             * Format: int32
             * @description The ceiling: minutes per person and week.
             */
            ceiling: number;
            /**
             * Format: double
             * @description `each` as a share of the ceiling, in percent.
             */
            share: number;
        };
        /** @description What a list costs in a place: planned minutes, never what somebody did. */
        BurdenSheet: {
            /** @description The place. */
            unit: components["schemas"]["UnitName"];
            /** @description The list. */
            tier: components["schemas"]["Tier"];
            /**
             * Format: date-time
             * @description When objects and people were summed.
             */
            as_of: string;
            /**
             * Format: int32
             * @description The ceiling, minutes per person and week.
             */
            ceiling: number;
            /** @description Everything together. */
            total: components["schemas"]["PlaceBurden"];
            /** @description Entry by entry, the dearest first. */
            lines: components["schemas"]["LineLoad"][];
            /** @description The places below, down to communities; never a single grid, which is a person. */
            places: components["schemas"]["PlaceBurden"][];
        };
        /** @description What one person may be charged with, and what a stop costs before anything is done (configuration, 示例). */
        BurdenTerms: {
            /**
             * Format: int32
             * @description Minutes a week that the grid list may cost one full-time grid worker, 1 to 2,400.
             */
            grid: number;
            /**
             * Format: int32
             * @description Minutes a week that the village list may cost one village officer, 1 to 2,400.
             */
            village: number;
            /**
             * Format: int32
             * @description Minutes a week that the town list may cost one town officer, 1 to 2,400.
             */
            town: number;
            /**
             * Format: int32
             * @description Minutes it takes to get to a door, part of every entry's minutes and saved when two visits are one stop,
             *     0 to 60.
             */
            way: number;
            /** @description 示例 when nobody has issued them. */
            example?: string;
        };
        /** @description One number that would change. */
        BurdenTermsChange: {
            /** @description Which: `grid`, `village`, `town` or `way`. */
            field: string;
            /**
             * Format: int32
             * @description What counts now.
             */
            before: number;
            /**
             * Format: int32
             * @description What would count.
             */
            after: number;
        };
        /** @description Ceilings to be published. */
        BurdenTermsNew: {
            /** @description What they say. */
            terms: components["schemas"]["BurdenTerms"];
            /**
             * Format: date-time
             * @description From when they count; now when absent.
             */
            from?: string | null;
        };
        /** @description How many places are over the ceiling of a list. */
        BurdenTermsOver: {
            /** @description The list. */
            tier: components["schemas"]["Tier"];
            /**
             * Format: int32
             * @description How many places.
             */
            places: number;
        };
        /** @description What other terms would change, before anybody decides. */
        BurdenTermsPreview: {
            /**
             * Format: int64
             * @description The version that counts now.
             */
            version: number;
            /** @description What would change; empty: nothing. */
            changes: components["schemas"]["BurdenTermsChange"][];
            /** @description Communities (towns for the town's list) over the ceiling now, by list. */
            over_before: components["schemas"]["BurdenTermsOver"][];
            /** @description The same under the new terms. */
            over_after: components["schemas"]["BurdenTermsOver"][];
            /**
             * Format: date-time
             * @description When objects and people were summed.
             */
            as_of: string;
        };
        /** @description One version of the terms. Version 0 is what the program comes with. */
        BurdenTermsVersion: {
            /**
             * Format: int64
             * @description 0 for the example that the program comes with.
             */
            version: number;
            /** @description What they say. */
            terms: components["schemas"]["BurdenTerms"];
            /**
             * Format: date-time
             * @description From when they count.
             */
            from?: string | null;
            /**
             * Format: date-time
             * @description When they were published.
             */
            published?: string | null;
            /** @description By which account. */
            by?: string | null;
        };
        /** @description A day that differs from an ordinary week. */
        CalendarDay: {
            /**
             * Format: date
             * @description The day, `2026-10-01`.
             */
            date: string;
            /** @description `holiday`, `in_lieu` (day off swapped for a make-up workday) or `workday` (made up on a weekend). */
            kind: string;
            /** @description The holiday it belongs to. */
            name: string;
        };
        /** @description A year of the work calendar. */
        CalendarYear: {
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
            /** @description Whether its notice is loaded; if not, limits that reach into it are provisional. */
            known: boolean;
            /** @description The years whose notice is loaded. */
            years: number[];
            /** @description The days that differ from "Monday to Friday work, weekends do not". */
            days: components["schemas"]["CalendarDay"][];
        };
        /** @description A department or post called to a case (roll-call). */
        Call: {
            /**
             * Format: int64
             * @description Its number inside the case.
             */
            no: number;
            /** @description Whom. */
            seat: components["schemas"]["Seat"];
            /** @description What for. */
            kind: components["schemas"]["CallKind"];
            /** @description Where it stands. */
            state: components["schemas"]["CallState"];
            /** @description When it was called. */
            called: string;
            /** @description By when it has to report in. */
            due: string;
            /** @description When it reported in. */
            arrived?: string | null;
            /** @description When its part was done or it was released. */
            ended?: string | null;
            /** @description What it contributed. */
            note: string;
            grade?: components["schemas"]["Grade"] | null;
            /** @description The department's objection to it. */
            objection?: string | null;
        };
        /**
         * @description What a unit or post was called for.
         * @enum {string}
         */
        CallKind: "whistle" | "assist";
        /**
         * @description Where a call stands. Silence is a call still `called` after its limit.
         * @enum {string}
         */
        CallState: "called" | "arrived" | "done" | "released";
        /** @description A call with what the roll-call counts. */
        CallView: components["schemas"]["Call"] & {
            /** @description Called, limit passed, nobody there. */
            silent: boolean;
            /**
             * Format: int64
             * @description Minutes from call to arrival, or until now.
             */
            minutes: number;
            countdown?: components["schemas"]["Countdown"] | null;
        };
        /**
         * @description How a post is held.
         * @enum {string}
         */
        Capacity: "holder" | "deputy" | "acting";
        /** @description A case as one row of a list. */
        CaseRow: {
            /** @description The case. */
            ref: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
            /** @description Its stage. */
            state: components["schemas"]["State"];
            /** @description Who owns the handling. */
            level: components["schemas"]["Level"];
            /** @description How high the clock has carried it. */
            climbed: components["schemas"]["Level"];
            /** @description Ticket colour. */
            colour: components["schemas"]["Colour"];
            /** @description Board. */
            board: components["schemas"]["Board"];
            /** @description Matter, once it has one. */
            matter?: string | null;
            /** @description Name of the matter in Chinese. */
            matter_zh?: string | null;
            /** @description Name of the matter in English. */
            matter_en?: string | null;
            /** @description Town, and village or community: names repeat between towns. */
            where_zh: string;
            /** @description Town. */
            town: string;
            /** @description Village or community. */
            village: string;
            /** @description Grid. */
            grid: string;
            /** @description Who may see it. */
            compartment: components["schemas"]["Compartment"];
            /** @description How much of it the reader sees; the fields below are absent when masked. */
            sight: string;
            /** @description What was reported, shortened to 80 characters. */
            text?: string | null;
            /** @description Street, building, landmark. */
            place?: string | null;
            point?: components["schemas"]["Coord"] | null;
            /** @description Who holds it. */
            seat: components["schemas"]["Seat"];
            /** @description The limit that the holder works against. */
            due?: string | null;
            /** @description Whether that limit has passed. */
            overdue: boolean;
            countdown?: components["schemas"]["Countdown"] | null;
            /**
             * Format: int64
             * @description How many others said "me too", with those of the cases merged into it.
             */
            supporters: number;
            /** @description When it came in. */
            created: string;
            /** @description Its last step. */
            updated: string;
        };
        /** @description A case, whole. */
        CaseSheet: components["schemas"]["CaseRow"] & {
            /** @description What was reported. */
            full_text?: string | null;
            /** @description How it came in. */
            channel: components["schemas"]["Channel"];
            /**
             * Format: int64
             * @description The version of the matter that counts.
             */
            matter_version?: number | null;
            evidence?: components["schemas"]["Evidence"] | null;
            handler?: components["schemas"]["Seat"] | null;
            /** @description Whether the dispatch binds. */
            binding: boolean;
            /**
             * Format: int64
             * @description How often it was handed back, sent back to work, and opened again.
             */
            returns: number;
            /**
             * Format: int64
             * @description How often a check sent it back.
             */
            reworks: number;
            /**
             * Format: int64
             * @description How often it was opened again.
             */
            reopens: number;
            /** @description Whether a higher centre supervises it. */
            supervised: boolean;
            outcome?: components["schemas"]["Outcome"] | null;
            /** @description Whether the reporter called it solved. */
            satisfied?: boolean | null;
            /** @description Whether the reporter may be named to the handler. */
            named: boolean;
            /** @description The case it lives on in. */
            merged_into?: string | null;
            /** @description The case it is part of. */
            parent?: string | null;
            /** @description Its parts. */
            parts: components["schemas"]["CaseRow"][];
            /** @description Cases merged into it. */
            merged: components["schemas"]["CaseRow"][];
            /** @description Cases of other districts merged into it. */
            guests: components["schemas"]["Guest"][];
            /** @description All running clocks. */
            clocks: components["schemas"]["ClockView"][];
            /** @description Roll-call: who was called, who arrived, who is silent, and the minutes. */
            calls: components["schemas"]["CallView"][];
            /** @description What was asked and decided. */
            requests: components["schemas"]["Request"][];
            /** @description What was asked of other districts, and what they answered. */
            links: components["schemas"]["Link"][];
            /** @description The case of another district that this one answers. */
            origin?: string | null;
            /** @description Kinds of action that the reader may take now. */
            allowed: string[];
            /**
             * @description Seats that the matter gives the work to; the first one is offered first, by the routing rules of the city or else
             *     as the lead.
             */
            routes: components["schemas"]["Seat"][];
            /** @description The timeline, from the report on; at most 4,000 steps. */
            timeline: components["schemas"]["StepView"][];
        };
        /**
         * @description Through which channel something came in (FEATURES 4).
         * @enum {string}
         */
        Channel: "field" | "citizen" | "hotline" | "phone" | "counter" | "email" | "open311" | "device" | "video" | "desk";
        /** @description 核查: by a person who did not handle it; not passed means back to work. */
        Check: {
            /** @description Whether it is done. */
            passed: boolean;
            /** @description What was seen; the reason when not passed. */
            note?: string;
            /** @description Photos of the check, if any. */
            files?: string[];
        };
        /** @description Counts of one unit below. */
        ChildCount: {
            /** @description Code. */
            code: string;
            /** @description Name; the code where the unit has gone. */
            name: string;
            level?: components["schemas"]["Level"] | null;
            /**
             * Format: int64
             * @description Open cases.
             */
            open: number;
            /**
             * Format: int64
             * @description Of these overdue.
             */
            overdue: number;
            /** @description By board, all of them. */
            boards: Record<string, unknown>;
            /**
             * Format: double
             * @description Longitude of its label, WGS-84.
             */
            lon?: number | null;
            /**
             * Format: double
             * @description Latitude.
             */
            lat?: number | null;
            /**
             * Format: int32
             * @description Households, where known: for density.
             */
            households?: number | null;
        };
        /**
         * @description What a clock measures.
         * @enum {string}
         */
        Clock: "verify" | "dispatch" | "report_in" | "handle" | "check" | "close" | "call" | "answer" | "decide" | "resume" | "supervise" | "climb";
        /** @description A running clock with what is left of it. */
        ClockView: components["schemas"]["Deadline"] & {
            /** @description What is left, in its own time. */
            countdown: components["schemas"]["Countdown"];
        };
        /** @description 结案. */
        Close: {
            /** @description What the reporter reads. */
            note: string;
        };
        /** @description A colleague to whom a stop can be handed. */
        Colleague: {
            /** @description The holding, for `hand_over`. */
            holding: string;
            /** @description The name among colleagues. */
            called: string;
            /** @description The grid. */
            grid: string;
        };
        /**
         * @description Colour of a work ticket (工单). Not the colour of a statutory warning.
         * @enum {string}
         */
        Colour: "red" | "orange" | "yellow" | "blue";
        /**
         * @description How far a piece of work is open inside the system (DESIGN 6).
         * @enum {string}
         */
        Compartment: "open" | "restricted" | "sealed";
        /** @description How somebody can be reached. */
        Contact: {
            /** @description Name, if one was left. */
            name?: string | null;
            /** @description Telephone, if one was left. */
            phone?: string | null;
        };
        /** @description 协办完成: what the called one contributed. */
        Contribute: {
            /** @description What was done. */
            note: string;
        };
        /** @description A point on the earth, WGS-84, degrees. */
        Coord: {
            /**
             * Format: double
             * @description Longitude, degrees east.
             */
            lon: number;
            /**
             * Format: double
             * @description Latitude, degrees north.
             */
            lat: number;
        };
        /** @description 更正: the reporter corrects the report before it is filed. */
        Correct: {
            /** @description The report as it should read. */
            text: string;
        };
        /** @description Open cases, and those of them that are overdue. */
        Count: {
            /**
             * Format: int64
             * @description Open.
             */
            open: number;
            /**
             * Format: int64
             * @description Of these overdue.
             */
            overdue: number;
        };
        /** @description The counts of a unit and of the units below it. A unit's counts are the sum of those below. */
        CountSheet: {
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
            /**
             * Format: date-time
             * @description When it was read.
             */
            as_of: string;
            /**
             * @description The events the counts stand for, written like the id of a live event: `district:number` in hexadecimal, joined
             *     by commas.
             */
            event: string;
            /** @description Which compartments are counted for this reader: `open`, and `restricted` where his post has the right. */
            compartments: components["schemas"]["Compartment"][];
            /** @description Everything in the unit. */
            total: components["schemas"]["Count"];
            /** @description By board, all of them. */
            boards: Record<string, unknown>;
            /** @description The units below, by code; none below a grid. */
            children: components["schemas"]["ChildCount"][];
        };
        /**
         * @description What is left of a limit, counted in the limit's own time: all that a screen needs to count on by
         *     itself (docs/API.md, "Countdowns").
         */
        Countdown: {
            unit?: components["schemas"]["LimitUnit"] | null;
            /**
             * Format: int64
             * @description Whole minutes left, rounded down: of the holder's working time for `wh` and `wd`, else of wall
             *     time. Negative when late.
             */
            left: number;
            /**
             * Format: int64
             * @description Whole days from today to the last one, for `wd` (working days), `cd` and dates (calendar days):
             *     0 is today.
             */
            days?: number | null;
            /** @description Whether the limit has passed. At night that may be so with no working time over it yet. */
            late: boolean;
            /**
             * @description Whether it runs now: for `wh` and `wd` while the holder's office is open, never while the work is
             *     suspended, else always.
             */
            ticks: boolean;
            /** @description When `ticks` next turns, with the holder's office hours; absent: never, or nobody knows yet. */
            changes?: string | null;
        };
        /** @description A yes or a no. A no needs no reason. */
        CoverAnswer: {
            /** @description Whether one will cover. */
            accept: boolean;
        };
        /** @description What somebody who goes on leave asks for. No reason is asked. */
        CoverNew: {
            /** @description The post, as one holds it: `id` of a holding in `GET /api/v1/me`. */
            holding: string;
            /** @description Account of the colleague. */
            deputy: string;
            /** @description First day, e.g. `2026-06-02`, in the city's time zone. */
            from: string;
            /** @description Last day. */
            to: string;
        };
        /**
         * @description Where a cover stands.
         * @enum {string}
         */
        CoverState: "asked" | "accepted" | "declined" | "ended";
        /** @description A cover as those concerned see it. */
        CoverView: {
            /** @description Its reference. */
            ref: string;
            /** @description The unit. */
            unit: string;
            /** @description The post. */
            post: string;
            /** @description Account of whoever is away. */
            away: string;
            /** @description The name among colleagues. */
            away_called: string;
            /** @description Account of who stands in. */
            deputy: string;
            /** @description The name among colleagues. */
            deputy_called: string;
            /**
             * Format: date-time
             * @description First moment.
             */
            starts: string;
            /**
             * Format: date-time
             * @description First moment no longer.
             */
            ends: string;
            /** @description Where it stands now. */
            state: components["schemas"]["CoverState"];
            /** @description The deputy holds the post at this moment. */
            now: boolean;
        };
        /** @description Coverage of a community or town. */
        Coverage: {
            /** @description The unit. */
            unit: string;
            /**
             * Format: date
             * @description The first day counted.
             */
            from: string;
            /**
             * Format: date
             * @description The last closed day: nothing later is counted.
             */
            through?: string | null;
            /** @description By place and matter, what falls behind most first. */
            rows: components["schemas"]["CoverageRow"][];
            /** @description Grids that nobody works today: their stops are the community's to look after. For a community. */
            uncovered: string[];
            /** @description What has not been seen for longest. For a community. */
            unseen: components["schemas"]["Unseen"][];
        };
        /** @description What became of the duties of one matter at one place. */
        CoverageRow: {
            /** @description The place: a grid of the community, a village of the town. */
            place: string;
            /** @description The matter. */
            matter: string;
            /** @description Its name. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /**
             * Format: int64
             * @description Came onto the list.
             */
            planned: number;
            /**
             * Format: int64
             * @description Was done, late ones and "nothing found" included.
             */
            done: number;
            /**
             * Format: int64
             * @description Of these: nothing was found, an equal answer.
             */
            nothing_found: number;
            /**
             * Format: int64
             * @description Of these: became a case.
             */
            found: number;
            /**
             * Format: int64
             * @description Of these: after its days were over.
             */
            late: number;
            /**
             * Format: int64
             * @description Was skipped with a reason.
             */
            skipped: number;
            /**
             * Format: int64
             * @description Its days went by.
             */
            missed: number;
            /**
             * Format: int64
             * @description Fell away.
             */
            fell: number;
            /**
             * Format: int64
             * @description Minutes of what was done, an estimate.
             */
            minutes: number;
        };
        /** @description Name and password. */
        Credentials: {
            /** @description Login name. */
            login: string;
            /** @description Password. */
            password: string;
        };
        /**
         * @description The datum of a coordinate as a device gives it.
         * @enum {string}
         */
        Datum: "wgs84" | "gcj02";
        /** @description One running clock. */
        Deadline: {
            /** @description What it measures. */
            clock: components["schemas"]["Clock"];
            /** @description Which call or request, when there may be several. */
            of?: string | null;
            /** @description Whose time it is. */
            seat: components["schemas"]["Seat"];
            /** @description From when it runs. */
            from: string;
            /** @description The limit. */
            due: string;
            /** @description When to remind, once; absent when there is no time for it. */
            remind?: string | null;
            /** @description How far it has run. */
            stage: components["schemas"]["Stage"];
            /** @description Beyond the known calendar: recomputed when that year is published. */
            provisional?: boolean;
            /** @description The limit it came from, e.g. `4wh`; absent for a date that somebody set. */
            limit?: string | null;
        };
        /** @description 审批: the centre decides on an extension or a suspension. */
        Decide: {
            /**
             * Format: int64
             * @description Which request.
             */
            request: number;
            /** @description Granted or declined. */
            grant: boolean;
            /** @description Why. */
            note?: string;
        };
        /** @description A colleague who could cover. */
        DeputyView: {
            /** @description The account. */
            account: string;
            /** @description The name among colleagues. */
            called: string;
            /** @description Unit of the post that the colleague holds. */
            unit: string;
            /** @description That post. */
            post: string;
        };
        /** @description A step of a grid's descent. */
        DescentView: {
            /** @description The one before. */
            old: string;
            /** @description The one after. */
            new: string;
            /** @description `split` or `merge`. */
            kind: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
        };
        /** @description One difference between the file and what stands. */
        Difference: {
            /** @description Code, date or log-in name. */
            subject: string;
            /** @description `new`, `changed` or `ended`. */
            change: string;
            /** @description In words, Chinese. */
            zh: string;
            /** @description In words, English. */
            en: string;
        };
        /** @description 实名意愿: the reporter may be named to the handler, or no longer. */
        Disclose: {
            /** @description Whether. */
            allow: boolean;
        };
        /** @description 派遣、改派: to a seat of the matter; bindingly after two returns. */
        Dispatch: {
            /** @description Who shall handle it. */
            to: components["schemas"]["Seat"];
            /** @description What to heed. */
            note?: string;
        };
        /**
         * @description Through which door a proposal comes (DOMAIN 1.4).
         * @enum {string}
         */
        Door: "charge" | "adjust";
        /** @description An action with the version that the sender saw. */
        DraftActRequest: components["schemas"]["DraftAction"] & {
            /**
             * Format: int64
             * @description Version of the draft that the sender saw; remarks and their answers need none.
             */
            version?: number | null;
        };
        /** @description What somebody does to a draft. One endpoint takes them all; `action` names the kind. */
        DraftAction: (components["schemas"]["DraftRemark"] & {
            /** @enum {string} */
            action: "remark";
        }) | (components["schemas"]["DraftReply"] & {
            /** @enum {string} */
            action: "reply";
        }) | (components["schemas"]["DraftNext"] & {
            /** @enum {string} */
            action: "next_round";
        }) | (components["schemas"]["DraftPropose"] & {
            /** @enum {string} */
            action: "propose";
        }) | (components["schemas"]["DraftCancel"] & {
            /** @enum {string} */
            action: "cancel";
        });
        /** @description An end without a proposal. */
        DraftCancel: {
            /** @description Why. */
            reason: string;
        };
        /** @description A new draft for the first round. */
        DraftNew: {
            /** @description What it is, 2 to 120 characters. */
            title: string;
            /** @description The entries, 1 to 60. */
            items: components["schemas"]["ProposalItem"][];
            /**
             * Format: date-time
             * @description Until when towns answer the first round, 1 to 90 days ahead.
             */
            due: string;
        };
        /** @description The next round. */
        DraftNext: {
            /** @description The entries as they are now. */
            items: components["schemas"]["ProposalItem"][];
            /**
             * Format: date-time
             * @description Until when towns answer, 1 to 90 days ahead.
             */
            due: string;
        };
        /** @description The end of the rounds. */
        DraftPropose: {
            /** @description Why the batch is proposed. */
            reason: string;
            /** @description Law or document that it rests on. */
            basis: string;
        };
        /** @description What the sender gets back. */
        DraftReceipt: {
            /** @description The draft. */
            ref: string;
            /**
             * Format: int64
             * @description Its version after the step.
             */
            version: number;
            /** @description Its state after the step. */
            state: components["schemas"]["DraftState"];
            /**
             * Format: int64
             * @description Which round.
             */
            round: number;
            /** @description The proposal that came of it. */
            proposal?: string | null;
        };
        /** @description What a town says. */
        DraftRemark: {
            /** @description The entry it is about; absent: the whole. */
            code?: string | null;
            /** @description Objects, suggests, or has nothing to say. */
            stance: components["schemas"]["Stance"];
            /** @description Why; not needed to agree. Up to 1,000 characters. */
            text?: string;
        };
        /** @description The answer to a remark. */
        DraftReply: {
            /**
             * Format: int64
             * @description Which remark.
             */
            remark: number;
            /** @description Whether it is adopted. */
            adopted: boolean;
            /** @description The reason, 2 to 1,000 characters. */
            text: string;
        };
        /** @description A draft as one row of a list. */
        DraftRow: components["schemas"]["DraftReceipt"] & {
            /** @description What it is. */
            title: string;
            /** @description District, zone or city whose towns are asked. */
            area: string;
            /** @description How many entries. */
            count: number;
            /**
             * Format: date-time
             * @description Until when towns answer this round.
             */
            due: string;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            created: string;
        };
        /** @description A draft, whole. */
        DraftSheet: components["schemas"]["DraftRow"] & {
            /** @description The entries. */
            items: components["schemas"]["ProposalItem"][];
            /** @description What towns said, and the answers. */
            remarks: components["schemas"]["Remark"][];
            /** @description Towns that have said nothing in this round. */
            silent: string[];
        };
        /**
         * @description Where a draft stands.
         * @enum {string}
         */
        DraftState: "circulating" | "proposed" | "cancelled";
        /** @description A day of the week ahead: what comes onto the list. */
        DutyAhead: {
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /** @description What comes onto the list, by matter. */
            matters: components["schemas"]["MatterAhead"][];
            /**
             * Format: int64
             * @description Minutes, an estimate.
             */
            minutes: number;
        };
        /** @description Duties of one matter. */
        DutyAsked: {
            /** @description The matter. */
            matter: string;
            /** @description Its name. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /**
             * Format: int64
             * @description At how many objects.
             */
            count: number;
            /**
             * Format: int64
             * @description Minutes, an estimate.
             */
            minutes: number;
        };
        /** @description The duties of a grid on a day, as stops on a walk. */
        DutyDay: {
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /** @description The grid. */
            grid: string;
            /** @description Its village or community. */
            village: string;
            /** @description Whether somebody works the grid that day; if not, its stops are the community's to look after. */
            covered: boolean;
            /**
             * Format: int64
             * @description Minutes of what is still open, together.
             */
            minutes: number;
            /** @description Minutes are estimates of the lists, not measured. */
            estimate: boolean;
            burden?: components["schemas"]["BurdenOfCommunity"] | null;
            week?: components["schemas"]["DutyWeek"] | null;
            /** @description The stops, in the order of the walk; what is settled comes last. */
            stops: components["schemas"]["DutyStop"][];
        };
        /** @description Stops of one matter that give way. */
        DutyGaveWay: {
            /** @description The matter. */
            matter: string;
            /** @description Its name. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /** @description How: done later, or left to lapse. */
            way: components["schemas"]["GivesWay"];
            /**
             * Format: int64
             * @description How many stops.
             */
            count: number;
            /**
             * Format: int64
             * @description Minutes, an estimate.
             */
            minutes: number;
        };
        /** @description What is offered to volunteers and part-timers: what and in which building; no name before it is taken. */
        DutyOffer: {
            /** @description The object. */
            object: string;
            /** @description The matter. */
            matter: string;
            /**
             * Format: date
             * @description The day the rule names.
             */
            nominal: string;
            /** @description Its name. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /** @description What the object is. */
            kind: components["schemas"]["ObjectKind"];
            /** @description Code of the building. */
            building?: string | null;
            /**
             * Format: int32
             * @description Minutes, an estimate.
             */
            minutes: number;
            /**
             * Format: date
             * @description The last day on which it may be done.
             */
            last: string;
            /** @description Where it stands: `offered` or `taken`. */
            state: components["schemas"]["DutyState"];
            /** @description Taken by the post being used: then name and door are told. */
            mine: boolean;
            /** @description Name, once taken; of a person 曾**. */
            label?: string | null;
            /** @description Door, once taken. */
            door?: string | null;
            /** @description The most that is asked for. */
            evidence: components["schemas"]["Evidence"];
            /** @description What may be done now: words of `tick`. */
            may: string[];
        };
        /** @description One duty at one object. Object, matter and nominal day together name it when it is ticked. */
        DutyRow: {
            /** @description The object. */
            object: string;
            /** @description The matter. */
            matter: string;
            /**
             * Format: date
             * @description The day the rule names.
             */
            nominal: string;
            /** @description Its name. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /** @description What the object is. */
            kind: components["schemas"]["ObjectKind"];
            /** @description Name of the object; of a person 曾**. */
            label: string;
            /**
             * Format: date
             * @description The day on which it came onto the list.
             */
            opens: string;
            /**
             * Format: date
             * @description The last day on which it may be done; for what carries over, the last on which it should have been.
             */
            last: string;
            /** @description Where it stands. */
            state: components["schemas"]["DutyState"];
            /** @description It was missed and carries over: nobody is blamed. */
            carried: boolean;
            /**
             * Format: int32
             * @description Minutes, an estimate.
             */
            minutes: number;
            /** @description The most that is asked for. */
            evidence: components["schemas"]["Evidence"];
            /** @description Fields to be filled in, with what is known already. */
            fields?: components["schemas"]["KnownField"][];
            trigger?: components["schemas"]["SetOff"] | null;
            gives_way?: components["schemas"]["GivesWay"] | null;
            /**
             * Format: date
             * @description The day it was moved to.
             */
            moved_to?: string | null;
            reason?: components["schemas"]["SkipReason"] | null;
            /** @description What was said. */
            note?: string;
            /** @description The case it became. */
            case?: string | null;
            /** @description Whether the post being used keeps it: taken, or handed to it. */
            mine: boolean;
            /**
             * Format: date-time
             * @description Until when the tick can be undone.
             */
            undo_until?: string | null;
            /** @description What may be done now: words of `tick`. */
            may: string[];
        };
        /** @description How an entry becomes somebody's duty (常态任务): at which objects, on which days. */
        DutyRule: {
            /** @description What it is done at. */
            object: components["schemas"]["ObjectKind"];
            /**
             * @description On which days, as an RFC 5545 RRULE of dates without DTSTART, COUNT and UNTIL, e.g.
             *     `FREQ=WEEKLY;BYDAY=MO`; none for what only a trigger sets off.
             */
            recurrence?: string | null;
            /**
             * Format: int32
             * @description Within how many days from its day on it may be done, 1 to 92.
             */
            window?: number;
            /** @description What a day off does to it. */
            on_day_off?: components["schemas"]["OnDayOff"];
            /** @description What becomes of it when it was not done. */
            missed?: components["schemas"]["Missed"];
            /** @description Whether the objects are spread evenly over the window instead of all falling on its first day. */
            spread?: boolean;
            trigger?: components["schemas"]["Trigger"] | null;
        };
        /** @description One shift. */
        DutyShift: {
            /** @description The post on duty. */
            post: string;
            /** @description The account. */
            account: string;
            /**
             * Format: date-time
             * @description First moment.
             */
            starts: string;
            /**
             * Format: date-time
             * @description First moment no longer.
             */
            ends: string;
        };
        /**
         * @description Where an occurrence stands. `planned` needs no row.
         * @enum {string}
         */
        DutyState: "planned" | "moved" | "handed" | "offered" | "taken" | "missed" | "done" | "nothing_found" | "found" | "skipped" | "lapsed";
        /** @description What is done at one door in one go. */
        DutyStop: {
            /** @description Code of the building. */
            building?: string | null;
            /** @description Door. */
            door: string;
            point?: components["schemas"]["Coord"] | null;
            /**
             * Format: int64
             * @description Metres from the stop before, as the crow flies.
             */
            metres?: number | null;
            /**
             * Format: int64
             * @description Minutes of what is still open here.
             */
            minutes: number;
            /** @description What is to be done here. */
            duties: components["schemas"]["DutyRow"][];
        };
        /** @description The seven days from today on, of the grids of a community that something was set off in. */
        DutyTriggerWeek: {
            /** @description The community. */
            place: string;
            /**
             * Format: int64
             * @description How many grids are reached.
             */
            grids: number;
            /**
             * Format: int64
             * @description Minutes of what is open and of what comes onto the lists.
             */
            minutes: number;
            /**
             * Format: int64
             * @description Of these: of what was set off.
             */
            triggered: number;
            /**
             * Format: int64
             * @description What the lists may cost.
             */
            ceiling: number;
            /**
             * Format: int64
             * @description How many grids came over the ceiling.
             */
            passed: number;
            /**
             * Format: int64
             * @description How many stay over it with everything given up that may be: it is done all the same, and the list office is told.
             */
            over: number;
        };
        /** @description Seven days of a grid against the ceiling of its list. Planned minutes, estimates; never what somebody did. */
        DutyWeek: {
            /**
             * Format: int64
             * @description Minutes of what is open and of what comes onto the list.
             */
            minutes: number;
            /**
             * Format: int64
             * @description Of these: of what was set off.
             */
            triggered: number;
            /**
             * Format: int64
             * @description What the list may cost: minutes per person and week, times the people of the grid.
             */
            ceiling: number;
            /**
             * Format: int64
             * @description Minutes left when all has given way that may: rows say `gives_way`.
             */
            left: number;
            /** @description Still over the ceiling then: it is done all the same, and the list office knows. */
            over: boolean;
        };
        /**
         * @description Where an edition stands.
         * @enum {string}
         */
        EditionState: "staged" | "active" | "retired";
        /** @description An edition of the geography. */
        EditionView: {
            /**
             * Format: int64
             * @description Number.
             */
            id: number;
            /** @description Name. */
            name: string;
            /** @description Where it stands. */
            state: components["schemas"]["EditionState"];
            /**
             * Format: int64
             * @description Units when checked.
             */
            units: number;
            /**
             * Format: int64
             * @description Grids when checked.
             */
            grids: number;
            /**
             * Format: date-time
             * @description When it came into force.
             */
            activated?: string | null;
            /**
             * Format: date-time
             * @description When the next one replaced it.
             */
            retired?: string | null;
        };
        /** @description What the catalogue says about a matter: the content of one version. */
        Entry: {
            /** @description Code, e.g. `M-PF-01`. */
            code: string;
            /** @description On whose list it stands. */
            tier: components["schemas"]["Tier"];
            /** @description The board of the town that answers for it. */
            board: components["schemas"]["Board"];
            /** @description Name in Chinese. */
            name_zh: string;
            /** @description Name in English. */
            name_en: string;
            /** @description Kind of work. */
            kind: components["schemas"]["MatterKind"];
            /** @description Who owns the handling by default. */
            level: components["schemas"]["Level"];
            /** @description Heading of the grid worker's "6+1", if it is the grid worker's. */
            heading?: string | null;
            /** @description Post of the town that leads. */
            lead_post: string;
            /** @description Posts that assist. */
            assist_posts?: string[];
            /** @description Department whistled for first, as its short code (`Q-CG`); see [`department_in`]. */
            lead_department?: string | null;
            /** @description Departments that assist, as short codes. */
            assist_departments?: string[];
            /** @description How much it presses. */
            urgency: components["schemas"]["Urgency"];
            /** @description How it is shown to people outside the case. */
            privacy: components["schemas"]["Privacy"];
            /** @description For what is done regularly: daily, weekly, monthly, quarterly. */
            cadence?: string | null;
            /** @description Limits by stage. */
            limits?: components["schemas"]["Limits"];
            /** @description When a case is filed, in Chinese. */
            filing_zh?: string;
            /** @description The same in English. */
            filing_en?: string;
            /** @description When it may be closed, in Chinese. */
            closing_zh?: string;
            /** @description The same in English. */
            closing_en?: string;
            /** @description "Nothing found" or "nothing needed" is a full and equal result. */
            nothing_found?: boolean;
            /** @description The most that may be demanded as evidence. */
            evidence: components["schemas"]["Evidence"];
            /**
             * Format: int32
             * @description A grid worker's minutes per occurrence: an estimate, to be shown as one. 0: none needed.
             */
            minutes?: number;
            /** @description Law or document; † = from general knowledge, check before relying on it. */
            basis?: string;
            /** @description Where the topic comes from. */
            source?: string;
            /** @description 示例 when nobody has issued it. */
            example?: string;
            national?: components["schemas"]["National"] | null;
            /**
             * Format: date
             * @description For a campaign: the day on which it ends or is looked at again, `2026-12-31`.
             */
            review?: string | null;
            duty?: components["schemas"]["DutyRule"] | null;
            /**
             * @description Fields that whoever does it is asked to fill in, each by its name in the pool (`resident.phone`): what is
             *     known is never typed again.
             */
            fields?: string[];
            /** @description Questions to the reporter, as a JSON Schema (2020-12) of the answers. */
            questions?: Record<string, unknown> | null;
        };
        /** @description What a proposal would change of one entry. */
        EntryChange: {
            /** @description The entry. */
            code: string;
            /** @description What is proposed. */
            sort: components["schemas"]["ProposalSort"];
            /**
             * Format: int64
             * @description The version in force.
             */
            standing?: number | null;
            /** @description What would read otherwise; nothing for what is retired. */
            fields: components["schemas"]["EntryDifference"][];
        };
        /** @description The difference between two versions of an entry. */
        EntryDiff: {
            /** @description Code of the matter. */
            code: string;
            /**
             * Format: int64
             * @description The older version; 0: there was none before the first.
             */
            from: number;
            /**
             * Format: int64
             * @description The newer version.
             */
            to: number;
            /**
             * Format: date-time
             * @description From when the newer one counts.
             */
            effective_from: string;
            /** @description Whether the newer one only says that the entry has ended. */
            ends: boolean;
            /** @description What reads otherwise, field by field. */
            fields: components["schemas"]["EntryDifference"][];
        };
        /** @description One field that reads otherwise. */
        EntryDifference: {
            /** @description Name of the field, e.g. `minutes`. */
            field: string;
            /** @description What people call it, in Chinese. */
            zh: string;
            /** @description The same in English. */
            en: string;
            /** @description What it said; absent: nothing. */
            from?: Record<string, unknown> | null;
            /** @description What it says; absent: nothing. */
            to?: Record<string, unknown> | null;
        };
        /** @description One line of the trail. */
        EntryView: {
            /** @description Home shard. */
            district: string;
            /**
             * Format: int64
             * @description Number in the chain.
             */
            n: number;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By whom. */
            actor: string;
            /** @description What. */
            kind: components["schemas"]["Kind"];
            /** @description To what or whom. */
            subject: string;
            /** @description The facts. */
            facts: Record<string, unknown>;
        };
        /** @description Which step, and why. */
        Erasure: {
            /**
             * Format: int64
             * @description Number of the step.
             */
            n: number;
            /** @description On whose request and on what grounds, 4 to 200 characters; it is kept. */
            reason: string;
        };
        /** @description The estimate of an entry against what was measured. */
        EstimateHeld: {
            /** @description The entry. */
            code: string;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
            /** @description Its name in Chinese. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /** @description On whose list. */
            tier: components["schemas"]["Tier"];
            /**
             * Format: date-time
             * @description From when it counts.
             */
            from: string;
            /**
             * Format: date
             * @description The day on which it is held against the measurement: three months later.
             */
            due: string;
            /** @description Whether that day has come. */
            is_due: boolean;
            /**
             * Format: int32
             * @description The applicant's estimate, minutes.
             */
            estimate: number;
            measured?: components["schemas"]["MinutesSample"] | null;
            /**
             * Format: double
             * @description How far off the estimate was, percent of it; more than 0: it took longer.
             */
            off?: number | null;
            /** @description Whether it was off by more than a third, either way. */
            wrong: boolean;
            /**
             * Format: int64
             * @description Occurrences that came onto lists in the last thirteen weeks, by the nightly closes of the whole city.
             */
            planned: number;
            /**
             * Format: int64
             * @description Of these done.
             */
            done: number;
        };
        /**
         * @description The most that may be demanded as evidence; a sentence suffices by default.
         * @enum {string}
         */
        Evidence: "none" | "text" | "photo_after" | "document";
        /** @description One wrong field. */
        FieldError: {
            /** @description JSON pointer or column name of the field. */
            field: string;
            /** @description What is wrong, in Chinese. */
            zh: string;
            /** @description What is wrong, in English. */
            en: string;
        };
        /** @description A field that an entry asks for, and whether it is known already. */
        FieldUse: {
            /** @description Its name, e.g. `resident.phone`. */
            name: string;
            known?: components["schemas"]["KnownSource"] | null;
        };
        /** @description 立案: put under a matter; no effective matter, no dispatch. */
        File: {
            /** @description The matter. */
            matter: string;
            /** @description Answers to the matter's questions. */
            answers?: Record<string, unknown> | null;
        };
        /** @description A file taken in. */
        FileView: {
            /** @description Name it in a report or a step. */
            ref: string;
            /** @description What it is now. */
            media: components["schemas"]["Media"];
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description SHA-256 of the content, hex. */
            sha256: string;
            /** @description Place and time found in the photo: take them over or not, they are kept nowhere. */
            offer: components["schemas"]["Offer"];
        };
        /** @description 办结: handled, with evidence at most as the matter asks. */
        Finish: {
            /** @description What was done; a sentence is enough. */
            note: string;
            /** @description Evidence. */
            files?: string[];
        };
        /** @description A log-in that was made. */
        FirstPassword: {
            /** @description Log-in name. */
            login: string;
            /** @description First password: shown here and never again. */
            password: string;
        };
        /** @description A case as its reporter or a supporter sees it: every step in plain words, no names of colleagues. */
        FollowSheet: {
            /** @description The number. */
            number: string;
            /**
             * Format: int64
             * @description The version, to send along with an action.
             */
            version: number;
            /** @description The stage. */
            state: components["schemas"]["State"];
            /** @description The stage in Chinese. */
            state_zh: string;
            /** @description The matter, once it has one. */
            matter_zh?: string | null;
            /** @description The same in English. */
            matter_en?: string | null;
            /** @description Where. */
            where_zh: string;
            /** @description What was reported; empty for a supporter. */
            text: string;
            /** @description Whether it lives on in another case; the stage shown is that one's. */
            merged: boolean;
            /** @description Whether the token is a supporter's, who follows the case and can take the "me too" back. */
            supporter: boolean;
            /**
             * Format: int64
             * @description How many others said "me too".
             */
            supporters: number;
            /** @description What the reporter can do now; nothing for a supporter. */
            allowed: string[];
            /** @description Every step. */
            steps: components["schemas"]["FollowStep"][];
        };
        /** @description A step in plain words. */
        FollowStep: {
            /** @description When. */
            at: string;
            /** @description What happened. */
            zh: string;
            /** @description The same in English. */
            en: string;
            /** @description The words meant for the reporter: reasons, results, messages. */
            note?: string | null;
        };
        /**
         * @description How a stop gives way to what was set off.
         * @enum {string}
         */
        GivesWay: "later" | "lapse";
        /** @description Who is to govern a town. */
        Govern: {
            /** @description A district or zone. */
            parent: string;
        };
        /**
         * @description How the town judges a called unit's work on one case: units, never persons.
         * @enum {string}
         */
        Grade: "good" | "fair" | "poor";
        /** @description A grid to be. */
        GridNew: {
            /** @description Its code, never used before. */
            code: string;
            /** @description Its name, e.g. 第7网格. */
            name: string;
            /**
             * @description Border and holes as GeoJSON has them: closed rings of `[lon, lat]`, WGS-84. Left empty where several grids
             *     become one: the border is worked out.
             */
            rings?: number[][][];
            /**
             * Format: int64
             * @description Households, where known.
             */
            households?: number | null;
            /**
             * Format: int64
             * @description People, where known.
             */
            people?: number | null;
        };
        /** @description A case of another district that was merged into one. */
        Guest: {
            /** @description The case over there. */
            other: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its reporter and those who said "me too" over there.
             */
            people: number;
            /** @description Since when. */
            since: string;
        };
        /** @description Groups of a total, with what may be published of them. */
        HallGroups: {
            /**
             * Format: int64
             * @description All together; `null`: fewer than five.
             */
            total?: number | null;
            /** @description By matter, in the order of the catalogue. */
            matters: components["schemas"]["HallMatter"][];
            /** @description By village or community. */
            places: components["schemas"]["HallPlace"][];
        };
        /** @description A matter with what may be published of it. */
        HallMatter: {
            /** @description Code. */
            code: string;
            /** @description Name, Chinese. */
            name_zh: string;
            /** @description Name, English. */
            name_en: string;
            /**
             * Format: int64
             * @description How many; `null`: fewer than five, or covered for their sake.
             */
            count?: number | null;
        };
        /** @description A village or community with what may be published of it. */
        HallPlace: {
            /** @description Code. */
            code: string;
            /** @description Name. */
            name: string;
            /**
             * Format: int64
             * @description How many; `null`: fewer than five, or covered for their sake.
             */
            count?: number | null;
        };
        /**
         * @description What the public screen of a hall shows: matters, villages and counts of five and more; no words, no names, no
         *     photos.
         */
        HallSheet: {
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
            /**
             * Format: date-time
             * @description When it was read.
             */
            as_of: string;
            /** @description The month that counts, `2026-06`. */
            month: string;
            /** @description Cases being worked on. */
            open: components["schemas"]["HallGroups"];
            /** @description Cases solved this month. */
            solved: components["schemas"]["HallGroups"];
            /** @description What to write where a count is `null`, Chinese. */
            less_zh: string;
            /** @description The same in English. */
            less_en: string;
        };
        /** @description 并入件有结果: by the server, when the case over there has ended. */
        HeadEnded: {
            /** @description The case over there. */
            from: string;
            /** @description How it stands there. */
            state: components["schemas"]["State"];
            /**
             * Format: int64
             * @description Its version then.
             */
            there: number;
            /** @description What was said over there at the end. */
            note: string;
        };
        /** @description Where a unit comes from. */
        HistoryView: {
            /** @description Old line grids merged into it. */
            aliases: components["schemas"]["AliasView"][];
            /** @description Splits and merges it took part in, oldest first. */
            lineage: components["schemas"]["DescentView"][];
        };
        /** @description A post to grant. */
        HoldingNew: {
            /** @description Working unit. */
            unit: string;
            /** @description Its post. */
            post: string;
            /** @description What the post is for. */
            role: components["schemas"]["Role"];
            /** @description Its board. */
            board: components["schemas"]["Board"];
            /** @description How it is held. */
            capacity: components["schemas"]["Capacity"];
            /** @description For seconded people: the unit that sends them. */
            home_unit?: string | null;
            /**
             * Format: date-time
             * @description From when; absent: now.
             */
            starts?: string | null;
            /**
             * Format: date-time
             * @description Until when; absent: open.
             */
            ends?: string | null;
        };
        /** @description A post held, as shown to its holder. */
        HoldingView: {
            /** @description Name it in the header `wangge-holding`. */
            id: string;
            /** @description Unit of the post. */
            unit: string;
            /** @description The post. */
            post: string;
            /** @description What it is for. */
            role: components["schemas"]["Role"];
            /** @description Its board. */
            board: components["schemas"]["Board"];
            /** @description How it is held. */
            capacity: components["schemas"]["Capacity"];
            /** @description For seconded people: the unit that sent them. */
            home_unit?: string | null;
            /**
             * Format: date-time
             * @description From when.
             */
            starts: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            ends?: string | null;
        };
        /**
         * @description What a file holds.
         * @enum {string}
         */
        ImportKind: "units" | "grids" | "matters" | "accounts" | "holdings" | "calendar" | "office" | "posts";
        /** @description What became of a file. Bad rows mean that nothing was written. */
        Imported: {
            /** @description What the file holds. */
            kind: components["schemas"]["ImportKind"];
            /** @description Rows of the file; 0 when it could not be read or has bad rows. */
            rows: number;
            /** @description Rows taken, or that would be taken. */
            accepted: number;
            /** @description What is wrong, by row; at most 500. */
            bad: components["schemas"]["RowNote"][];
            /** @description What is allowed and yet worth a look; at most 100. */
            hints: components["schemas"]["RowNote"][];
            /** @description Whether it was written. */
            applied: boolean;
            /** @description What differs from what stood before; at most 200. */
            differences: components["schemas"]["Difference"][];
            /** @description In one sentence, Chinese. */
            zh: string;
            /** @description In one sentence, English. */
            en: string;
            /** @description Log-ins made, with first passwords that are shown only here. */
            passwords?: components["schemas"]["FirstPassword"][];
        };
        /** @description 邀请协办: other seats are invited to help. */
        Invite: {
            /** @description Whom. */
            seats: components["schemas"]["Seat"][];
            /** @description What is wanted of them. */
            note: string;
        };
        /** @description 跨区并入: by the server, on the case that one of another district was merged into. */
        Joined: {
            /** @description The case over there. */
            from: string;
            /** @description Its number. */
            number: string;
        };
        /**
         * @description What was done.
         * @enum {string}
         */
        Kind: "session.opened" | "session.failed" | "session.closed" | "password.changed" | "account.created" | "account.closed" | "holding.granted" | "holding.ended" | "cover.asked" | "cover.answered" | "cover.ended" | "data.looked" | "data.revealed" | "data.exported" | "data.erased" | "table.imported" | "right.explained" | "office.set" | "edition.activated";
        /** @description A field, and what is known of it: it is never typed again. */
        KnownField: {
            /** @description Its name in the pool. */
            field: string;
            /** @description What is known. */
            value?: string | null;
        };
        /** @description Where a known field comes from: it is filled in, never typed again. */
        KnownSource: {
            /** @description Its name in Chinese. */
            zh: string;
            /** @description Its name in English. */
            en: string;
            /** @description Who keeps it true, in Chinese. */
            owner_zh: string;
            /** @description The same in English. */
            owner_en: string;
            /** @description The slice it is read from, e.g. `unit`. */
            source: string;
        };
        /** @description A field of the ledger. */
        LedgerField: components["schemas"]["KnownSource"] & {
            /** @description Its name, as an entry's `fields` has it. */
            name: string;
        };
        /**
         * @description The five levels of owning a case, and of units: 1 city … 5 grid (DOMAIN 1.2).
         * @enum {string}
         */
        Level: "city" | "district" | "town" | "village" | "grid";
        /** @description 提级: to the next level up. */
        Lift: {
            /** @description Why this level cannot solve it. */
            reason: string;
        };
        /**
         * @description In what a limit counts.
         * @enum {string}
         */
        LimitUnit: "min" | "h" | "wh" | "wd" | "cd";
        /** @description Limits by stage; an absent one means that the stage has no clock of its own. */
        Limits: {
            /**
             * @description Verification on site.
             * @example 4wh
             */
            verify?: string | null;
            /**
             * @description Filing and dispatching.
             * @example 2wh
             */
            dispatch?: string | null;
            /**
             * @description Reporting in after dispatch or whistle.
             * @example 30min
             */
            report_in?: string | null;
            /**
             * @description Handling.
             * @example 15wd
             */
            handle?: string | null;
            /**
             * @description Checking by another person.
             * @example 1wd
             */
            check?: string | null;
        };
        /** @description The burden of one entry of a list in a place. */
        LineLoad: {
            /** @description The entry. */
            code: string;
            /** @description Its name in Chinese. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            object?: components["schemas"]["ObjectKind"] | null;
            /**
             * Format: int32
             * @description How many of them there are.
             */
            objects: number;
            /**
             * Format: int32
             * @description Minutes per occurrence.
             */
            minutes: number;
            /** @description Where they come from. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: int32
             * @description Occurrences a year at each.
             */
            times: number;
            /**
             * Format: double
             * @description Minutes a week of all together.
             */
            week: number;
            /**
             * Format: double
             * @description Minutes per person and week.
             */
            each: number;
        };
        /** @description What a case waits for from another district (跨区联动). */
        Link: {
            /**
             * Format: int64
             * @description Its number inside the case.
             */
            no: number;
            /** @description The unit that was asked. */
            unit: string;
            /** @description The matter it was asked under, if one was named. */
            matter?: string | null;
            /** @description What is wanted. */
            text: string;
            /** @description Where it stands. */
            state: components["schemas"]["LinkState"];
            /** @description The case over there; absent only before the step is written. */
            other?: string | null;
            /** @description The answer, or why it was refused or recalled. */
            note: string;
            /** @description When it was asked. */
            asked: string;
            /** @description When it was answered, refused or recalled. */
            ended?: string | null;
        };
        /** @description A link given out. */
        LinkMade: {
            /** @description Its reference, to take it back by. */
            ref: string;
            /** @description The token: whoever carries it sees what the link shows. */
            token: string;
            /** @description The address to pass on. */
            url: string;
        };
        /** @description A link to be given out. */
        LinkNew: {
            /** @description For whom, e.g. the name of a firm: 1 to 60 characters, kept sealed. */
            name: string;
            /**
             * Format: date-time
             * @description First moment it no longer opens; at most 90 days from now.
             */
            until: string;
            /** @description What is to be done, for the contractor to read: up to 500 characters. */
            note?: string;
        };
        /** @description What a contractor answers. */
        LinkReport: {
            /** @description What was done or found, in a sentence. */
            text: string;
            /** @description References of uploaded photos, at most nine. */
            files?: string[];
        };
        /** @description A link of a case, as its handler sees it. */
        LinkRow: {
            /** @description Its reference. */
            ref: string;
            /** @description For whom. */
            name: string;
            /** @description What is to be done. */
            note: string;
            /**
             * Format: date-time
             * @description First moment it no longer opens.
             */
            until: string;
            /**
             * Format: date-time
             * @description When it was given out.
             */
            created: string;
            /** @description Whether it opens now. */
            opens: boolean;
        };
        /** @description What a contractor sees: what, where and until when. No reporter, no timeline, no names. */
        LinkSheet: {
            /** @description Number of the case, to speak of it by. */
            number: string;
            /** @description Name of the matter in Chinese. */
            matter_zh?: string | null;
            /** @description Name of the matter in English. */
            matter_en?: string | null;
            /** @description Town, and village or community. */
            where_zh: string;
            /** @description Street, building, landmark. */
            place: string;
            point?: components["schemas"]["Coord"] | null;
            /** @description What is to be done. */
            note: string;
            /**
             * Format: date-time
             * @description First moment the link no longer opens.
             */
            until: string;
            /** @description Home district: name it when uploading photos (`POST /api/v1/files`). */
            district: string;
        };
        /**
         * @description Where a link to a case in another district stands.
         * @enum {string}
         */
        LinkState: "open" | "answered" | "refused" | "recalled";
        /** @description That an answer was taken. */
        LinkTaken: {
            /** @description Number of the case. */
            number: string;
            /**
             * Format: int64
             * @description Its step on the timeline.
             */
            step: number;
        };
        /** @description What one list would cost whoever bears it, before and after. */
        ListBurden: {
            /** @description The list. */
            tier: components["schemas"]["Tier"];
            /**
             * Format: int32
             * @description Minutes per person and week that it may cost.
             */
            ceiling: number;
            /** @description The place that bears most afterwards. */
            worst?: string | null;
            /**
             * Format: double
             * @description Minutes per person and week there, before.
             */
            worst_before: number;
            /**
             * Format: double
             * @description The same after.
             */
            worst_after: number;
            /**
             * Format: double
             * @description Minutes per person and week in the whole city, before.
             */
            city_before: number;
            /**
             * Format: double
             * @description The same after.
             */
            city_after: number;
            /**
             * Format: int32
             * @description How many places come over the ceiling by it.
             */
            places_over: number;
            /** @description Whether minutes are estimates, not measured. */
            estimate: boolean;
            /** @description Whether it is over the ceiling, with what is given up counted. */
            over: boolean;
            /** @description Entries that would make room if they were given up. */
            swaps: string[];
        };
        /**
         * @description What became of an entry between two dates.
         * @enum {string}
         */
        ListChange: "added" | "changed" | "ended";
        /** @description A column of a printed list. */
        ListColumn: {
            /** @description Heading in Chinese. */
            zh: string;
            /** @description Heading in English. */
            en: string;
        };
        /** @description An entry in the difference between two lists. */
        ListDifference: {
            /** @description Code. */
            code: string;
            /** @description Its name in Chinese, the newer one. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /** @description What became of it. */
            sort: components["schemas"]["ListChange"];
            /**
             * Format: int64
             * @description The version that counted.
             */
            from_version?: number | null;
            /**
             * Format: int64
             * @description The version that counts.
             */
            to_version?: number | null;
            /** @description Field by field, for what was changed. */
            fields: components["schemas"]["EntryDifference"][];
        };
        /** @description A list at a moment: headings and cells, ready to be shown, printed or written into a workbook. */
        ListSheet: {
            /** @description Title in Chinese. */
            zh: string;
            /** @description Title in English. */
            en: string;
            /**
             * Format: date-time
             * @description The moment at which these entries count.
             */
            at: string;
            /** @description How many there are. */
            count: number;
            /** @description The columns; each row has as many cells. */
            columns: components["schemas"]["ListColumn"][];
            /** @description By board. */
            boards: components["schemas"]["BoardLines"][];
        };
        /** @description Where a point lies. */
        LocatedView: {
            /** @description The grid, or the nearest one. */
            grid: components["schemas"]["UnitName"];
            /** @description Its village or community. */
            village: components["schemas"]["UnitName"];
            /** @description Its town. */
            town: components["schemas"]["UnitName"];
            /** @description The district or zone that governs the town. */
            area: components["schemas"]["UnitName"];
            /** @description Home shard of what happens there. */
            district: string;
            /** @description All names in one line, for people. */
            title: string;
            /** @description Whether the point lies in the grid. */
            inside: boolean;
            /**
             * Format: double
             * @description Metres to the grid; 0 inside.
             */
            distance_m: number;
            /**
             * Format: int64
             * @description Edition of the geography; send it along with a report.
             */
            edition: number;
            /**
             * Format: double
             * @description The point in WGS-84.
             */
            lon: number;
            /**
             * Format: double
             * @description The point in WGS-84.
             */
            lat: number;
        };
        /** @description Why somebody looks. */
        Look: {
            /** @description Reference of the piece of work at this building. */
            work: string;
            /** @description Why, 4 to 200 characters. It is written down. */
            reason: string;
            /**
             * Format: int64
             * @description Only this storey.
             */
            storey?: number | null;
        };
        /** @description A reference to what was made. */
        Made: {
            /** @description Its reference, `district.id`. */
            ref: string;
        };
        /** @description What a map needs to begin. */
        MapView: {
            /**
             * Format: int64
             * @description Edition of the geography.
             */
            edition: number;
            /** @description Tag of the ground: stands in the address of its tiles, changes with every change of them. */
            tag: string;
            /** @description Address of the tiles of units, with `{z}`, `{x}`, `{y}`. */
            units: string;
            /** @description Address of the tiles of single cases, from zoom 14 on; needs a session. */
            cases: string;
            /** @description Address of the tiles of buildings and points, from zoom 15 on. */
            premises: string;
            /** @description Western, southern, eastern and northern end, degrees WGS-84; absent before there is a grid. */
            bbox?: number[] | null;
            /** @description Where to begin: longitude, latitude. */
            center?: number[] | null;
            /** @description What must stand beside the outlines, Chinese; empty where they are official. */
            note_zh: string;
            /** @description The same in English. */
            note_en: string;
            /** @description Whether there is a layer of water. */
            water: boolean;
            base?: components["schemas"]["BaseMap"] | null;
        };
        /** @description One version of an entry, and when it counts. Reads as its [`Entry`]. */
        Matter: components["schemas"]["Entry"] & {
            /**
             * Format: int64
             * @description 1 for the first; a case names it.
             */
            version: number;
            /**
             * Format: date-time
             * @description From when it counts.
             */
            effective_from: string;
            /**
             * Format: date-time
             * @description From when it no longer does, when that was decided at publication.
             */
            effective_to?: string | null;
        };
        /** @description What comes onto the list of one matter. */
        MatterAhead: {
            /** @description The matter. */
            matter: string;
            /** @description Its name. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /**
             * Format: int64
             * @description At how many objects.
             */
            count: number;
            /**
             * Format: int64
             * @description Minutes, an estimate.
             */
            minutes: number;
        };
        /**
         * @description What kind of work an entry is.
         * @enum {string}
         */
        MatterKind: "event" | "component" | "duty" | "service" | "visit" | "project" | "dispute" | "alert" | "idea" | "list";
        /** @description Code and name of a matter. */
        MatterName: {
            /** @description Code. */
            code: string;
            /** @description Name in Chinese. */
            name: string;
            /** @description Name in English. */
            name_en: string;
        };
        /** @description Who I am. */
        Me: {
            /** @description My account. */
            account: string;
            /** @description How colleagues see me. */
            called: string;
            /** @description The unit I belong to. */
            home_unit: string;
            /** @description The password is a one-time one: choose another (`PUT /api/v1/me/password`) before anything else. */
            must_change: boolean;
            /** @description Posts I hold now. */
            holdings: components["schemas"]["HoldingView"][];
            /** @description Repeat it in the header `x-csrf` of every write. */
            csrf: string;
            /**
             * Format: date-time
             * @description When the session ends at the latest.
             */
            expires: string;
            /** @description 演示数据 when everything here is invented. */
            banner?: string | null;
        };
        /**
         * @description Where the minutes of an entry come from.
         * @enum {string}
         */
        Measure: "estimate" | "sample";
        /**
         * @description What is taken.
         * @enum {string}
         */
        Media: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
        /**
         * @description 合并: the same thing is already a case; reporters are kept, and it can be undone. Across the border
         *     of a district the other case learns of it a moment later, and may turn it down.
         */
        Merge: {
            /** @description The case it is part of. */
            into: string;
        };
        /** @description Visits that could be one stop, of all entries of a list in a place. */
        MergeProposal: {
            /** @description The entry whose visits join those of the other. */
            code: string;
            /** @description Its name in Chinese. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /** @description What it is done at. */
            object: components["schemas"]["ObjectKind"];
            /** @description The other entry, and what is saved. */
            with: components["schemas"]["VisitOverlap"];
        };
        /** @description 留言: between handler and reporter, through the case; neither sees the other's number. */
        Message: {
            /** @description The words. */
            text: string;
        };
        /** @description How long something took, offered by whoever did it. */
        MinutesOffer: {
            /** @description The matter. */
            matter: string;
            /**
             * Format: int32
             * @description Minutes, the way included; 1 to 480.
             */
            minutes: number;
        };
        /** @description What became of an offer. */
        MinutesOffered: {
            /** @description The month it counts for. */
            month: string;
            /**
             * Format: int32
             * @description How many workers it takes before anybody sees a number.
             */
            least: number;
        };
        /** @description What a month's offered minutes say about a matter. Never of fewer than [`flow::LEAST_SAMPLES`] workers. */
        MinutesSample: {
            /** @description The matter. */
            code: string;
            /** @description The month, `2026-06`. */
            month: string;
            /**
             * Format: int32
             * @description How many workers, each once.
             */
            workers: number;
            /**
             * Format: int32
             * @description The median, whole minutes.
             */
            minutes: number;
        };
        /**
         * @description What becomes of a stop that was not made in time. Nobody is blamed for it.
         * @enum {string}
         */
        Missed: "lapse" | "carry";
        /** @description A month with what may be published of it. */
        MonthCount: {
            /** @description 1 to 12. */
            month: number;
            /**
             * Format: int64
             * @description How many; 0 is none, `null` fewer than five, or covered for their sake.
             */
            count?: number | null;
        };
        /** @description Open work of one kind. */
        Moved: {
            /** @description What, e.g. `cases`. */
            what: string;
            /**
             * Format: int64
             * @description How much of it.
             */
            n: number;
        };
        /** @description What a change of grids moves. */
        Moves: {
            /**
             * Format: int64
             * @description Households of the grids that end; absent where one of them does not say.
             */
            households?: number | null;
            /**
             * Format: int64
             * @description People, likewise.
             */
            people?: number | null;
            /** @description Work that is open there, by kind. It stays filed under its grid. */
            work: components["schemas"]["Moved"][];
        };
        /**
         * @description 三张清单: how far a town answers for it, by the national lists of what towns do (DOMAIN 1.4).
         * @enum {string}
         */
        National: "basic" | "cooperative" | "taken_back";
        /** @description Somebody will not be there: from and to, never why. */
        NewAway: {
            /** @description The holding of a grid worker; the post being used when absent. */
            holding?: string | null;
            /**
             * Format: date
             * @description First day away.
             */
            from: string;
            /**
             * Format: date
             * @description Last day away.
             */
            to: string;
        };
        /** @description An object as it is added. */
        NewObject: {
            /** @description What it is. */
            kind: components["schemas"]["ObjectKind"];
            /** @description Name, 1 to 60 characters; sealed for elders, children and households. */
            name: string;
            /** @description Door or address, up to 120 characters; sealed likewise. */
            door?: string;
            /** @description Code of its building, where it has one. */
            building?: string | null;
            point?: components["schemas"]["Coord"] | null;
            /** @description Its grid, for what has no point. */
            grid?: string | null;
        };
        /** @description What sets duties off. */
        NewTrigger: {
            /** @description What happened. */
            on: components["schemas"]["TriggerKind"];
            /**
             * Format: double
             * @description How much was measured, in the unit of what is measured (°C, mm in 24 h, m, Beaufort).
             */
            measure?: number | null;
            /** @description Where: a town, village or grid. */
            unit: string;
            /** @description Code of the building, where it is one. */
            building?: string | null;
            /**
             * Format: date
             * @description The last day, at most 31 days ahead.
             */
            until: string;
            /** @description What is known of it, 2 to 200 characters. */
            note: string;
        };
        /** @description 未能并入: by the server, when the case over there cannot take this one in; it comes back as it was. */
        NotJoined: {
            /** @description The case over there. */
            into: string;
            /** @description Why not. */
            why: components["schemas"]["Unjoinable"];
        };
        /** @description A notice. */
        NoticeView: {
            /** @description Its reference. */
            ref: string;
            /** @description What happened. */
            kind: string;
            /** @description Colour of the work. */
            colour: components["schemas"]["Colour"];
            /** @description What it is about. */
            subject: string;
            /** @description Chinese. */
            zh: string;
            /** @description English. */
            en: string;
            /** @description Rings for you now. */
            ring: boolean;
            /** @description 演练: part of a drill. */
            drill: boolean;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            created: string;
            /**
             * Format: date-time
             * @description By when something must be done.
             */
            due?: string | null;
            /** @description Taken by you or a colleague. */
            taken_by?: string | null;
            /**
             * Format: date-time
             * @description When it was taken.
             */
            taken_at?: string | null;
            /**
             * Format: date-time
             * @description When it was first read.
             */
            read_at?: string | null;
            /**
             * @description Of a digest (`case.digest`, sent after a time out of service): the first of the cases it
             *     speaks of, at most 20; its `subject` is empty.
             */
            refs?: string[];
        };
        /**
         * @description What a duty is done at: each object of this kind gets its own occurrences.
         * @enum {string}
         */
        ObjectKind: "elder" | "child" | "household" | "building" | "fire_lane" | "shop" | "firm" | "school" | "site" | "river" | "slope" | "charging" | "grid";
        /** @description A reference. */
        ObjectMade: {
            /** @description The object. */
            ref: string;
        };
        /** @description Why somebody has to know. */
        ObjectRevealRequest: {
            /** @description The reason; it is kept, and the person concerned can read it. */
            reason: string;
        };
        /** @description An object in a list: a person's name is masked. */
        ObjectRow: {
            /** @description Its reference. */
            ref: string;
            /** @description What it is. */
            kind: components["schemas"]["ObjectKind"];
            /** @description Name; of a person 曾**. */
            label: string;
            /** @description Door. */
            door: string;
            /** @description Code of its building. */
            building?: string | null;
            point?: components["schemas"]["Coord"] | null;
            /** @description Its grid today. */
            grid: string;
            /**
             * Format: date
             * @description Since when duties are done there.
             */
            since: string;
        };
        /** @description Name and door, uncovered. */
        ObjectUncovered: {
            /** @description Name. */
            name: string;
            /** @description Door. */
            door: string;
        };
        /** @description An objection of somebody concerned. It names the unit, not the person. */
        Objection: {
            /**
             * Format: int64
             * @description Its number inside the proposal.
             */
            no: number;
            /** @description The unit it comes from. */
            unit: string;
            /** @description What is said. */
            text: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Whether it was taken up; absent while unanswered. */
            accepted?: boolean | null;
            /** @description The answer. */
            answer: string;
            /**
             * Format: date-time
             * @description When it was answered.
             */
            answered?: string | null;
        };
        /** @description Place and time found in a photo: offered to whoever took it, stored nowhere. */
        Offer: {
            place?: components["schemas"]["Coord"] | null;
            /**
             * Format: date-time
             * @description When it was taken.
             */
            taken?: string | null;
        };
        /** @description Hours for a unit. */
        OfficeNew: {
            /** @description As in `OfficeView.hours`; `null`: none of its own, those of the unit above count again. */
            hours?: string | null;
        };
        /** @description When a unit's office is open. */
        OfficeView: {
            /** @description The unit. */
            unit: string;
            /** @description Whether the unit has hours of its own. */
            own: boolean;
            /** @description The unit whose hours they are, itself or one above it; absent: the usual hours. */
            from?: string | null;
            /**
             * @description ISO weekdays and their periods, e.g. `1-5 09:00-12:00 14:00-18:00; 6 09:00-12:00`; a last part
             *     `holidays` keeps public holidays open.
             */
            hours: string;
        };
        /** @description An action with the version that the sender saw. */
        OfflistActRequest: components["schemas"]["OfflistAction"] & {
            /**
             * Format: int64
             * @description Version of the report that the sender saw.
             */
            version?: number | null;
        };
        /** @description What somebody does to a report. One endpoint takes them all; `action` names the kind. */
        OfflistAction: (components["schemas"]["OfflistReply"] & {
            /** @enum {string} */
            action: "reply";
        }) | (components["schemas"]["OfflistText"] & {
            /** @enum {string} */
            action: "ask";
        }) | (components["schemas"]["OfflistText"] & {
            /** @enum {string} */
            action: "add";
        }) | (components["schemas"]["OfflistDrop"] & {
            /** @enum {string} */
            action: "drop";
        }) | (components["schemas"]["OfflistDrop"] & {
            /** @enum {string} */
            action: "overdue";
        });
        /** @description How often a unit was named; never less than five. */
        OfflistCount: {
            /** @description The unit. */
            unit: string;
            /** @description Its name. */
            unit_zh: string;
            /** @description What was reported. */
            topic: components["schemas"]["OfflistTopic"];
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
        };
        /** @description Nothing more to say. */
        OfflistDrop: Record<string, unknown>;
        /** @description What a worker reports: two taps, words if wanted. */
        OfflistNew: {
            /** @description What it is. */
            topic: components["schemas"]["OfflistTopic"];
            way?: components["schemas"]["OfflistWay"] | null;
            /** @description The unit that demands it, if known. */
            issuer?: string | null;
            /** @description A few words, up to 500 characters. Leave names out. */
            text?: string;
            /** @description Whether the list office may know who reported, to ask back. */
            may_ask?: boolean;
        };
        /**
         * @description How the office answered.
         * @enum {string}
         */
        OfflistOutcome: "task_withdrawn" | "admission_opened" | "explained";
        /** @description Who reported, when that was allowed. */
        OfflistPerson: {
            /** @description The account. */
            account: string;
            /** @description The name among colleagues. */
            called: string;
        };
        /** @description What the sender gets back. */
        OfflistReceipt: {
            /** @description The report. */
            ref: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its version after the step.
             */
            version: number;
            /** @description Its state after the step. */
            state: components["schemas"]["OfflistState"];
            /**
             * Format: date-time
             * @description By when the office answers.
             */
            due?: string | null;
        };
        /** @description An answer. */
        OfflistReply: {
            /** @description What came of it. */
            outcome: components["schemas"]["OfflistOutcome"];
            /** @description What the worker reads, 2 to 1,000 characters. */
            text: string;
            /**
             * @description What the issuing unit is told when the task is withdrawn, in the office's own words: the worker's are never
             *     passed on. 2 to 200 characters.
             */
            notice?: string;
        };
        /** @description Why the office has to know. */
        OfflistReveal: {
            /** @description The reason; it is kept on the audit trail. */
            reason: string;
        };
        /** @description A report as the list office and the worker who made it see it. */
        OfflistRow: components["schemas"]["OfflistReceipt"] & {
            /** @description What it is. */
            topic: components["schemas"]["OfflistTopic"];
            way?: components["schemas"]["OfflistWay"] | null;
            /** @description The unit that demands it. */
            issuer?: string | null;
            /** @description Its name. */
            issuer_zh?: string | null;
            /** @description The worker's words. */
            text: string;
            /** @description Whether the worker may be asked back. */
            may_ask: boolean;
            outcome?: components["schemas"]["OfflistOutcome"] | null;
            /** @description What the office said last. */
            answer: string;
            /** @description Whether the answer is late. */
            overdue: boolean;
            /**
             * Format: date-time
             * @description When it came in.
             */
            created: string;
            /** @description Kinds of action that the reader may take now. */
            allowed: string[];
        };
        /** @description A report with its timeline. */
        OfflistSheet: components["schemas"]["OfflistRow"] & {
            /** @description The timeline; whoever reported is 报告人. */
            timeline: components["schemas"]["StepView"][];
        };
        /**
         * @description Where a report stands.
         * @enum {string}
         */
        OfflistState: "waiting" | "asked_back" | "replied" | "dropped";
        /** @description A few words. */
        OfflistText: {
            /** @description 2 to 500 characters. */
            text: string;
        };
        /**
         * @description What is reported.
         * @enum {string}
         */
        OfflistTopic: "off_list" | "forms" | "clock_in" | "ranking" | "install" | "traces" | "other_formalism";
        /**
         * @description How the task came.
         * @enum {string}
         */
        OfflistWay: "by_phone" | "by_chat" | "on_paper" | "at_meeting" | "by_app";
        /**
         * @description What becomes of an occurrence whose day is a day off.
         * @enum {string}
         */
        OnDayOff: "keep" | "next" | "skip";
        /** @description A password for one log-in. */
        OneTime: {
            /** @description Shown here and never again; it opens nothing but the choice of another. */
            password: string;
        };
        /** @description A unit's opinion in the joint review of one pass. */
        Opinion: {
            /**
             * Format: int64
             * @description Which pass.
             */
            pass: number;
            /** @description The unit that was asked. */
            unit: string;
            /** @description Whether it agrees; absent while it has not said. */
            consent?: boolean | null;
            /** @description What it says. */
            text: string;
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
        };
        /**
         * @description How a case ended.
         * @enum {string}
         */
        Outcome: "solved" | "on_spot";
        /** @description 超时: by the clock, at a limit. */
        Overdue: {
            /** @description Which clock. */
            clock: components["schemas"]["Clock"];
            /** @description Which call or request. */
            of?: string | null;
        };
        /** @description The burden of whoever works a grid: planned, and for nobody else's eyes. */
        OwnBurden: {
            /**
             * Format: int64
             * @description Minutes of what is still open today.
             */
            today: number;
            /**
             * Format: int64
             * @description Minutes of what comes onto the list in the seven days from today on.
             */
            week: number;
            /**
             * Format: int32
             * @description The ceiling, minutes per person and week.
             */
            ceiling: number;
            /**
             * Format: double
             * @description `week` as a share of the ceiling, in percent.
             */
            share: number;
            /**
             * Format: double
             * @description Minutes per person and week in the community on average of the year; absent before the first night.
             */
            community?: number | null;
        };
        /** @description One page of a list. */
        Page_AccountView: {
            /** @description The rows. */
            items: {
                /** @description Its reference. */
                ref: string;
                /** @description How it is called. */
                called: string;
                /** @description The unit it belongs to. */
                home_unit: string;
                /** @description Posts held now or later. */
                holdings: components["schemas"]["HoldingView"][];
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_BuildingView: {
            /** @description The rows. */
            items: {
                /** @description The building. */
                ref: string;
                /** @description Its code in the list it came from. */
                code: string;
                /** @description Name. */
                name: string;
                /** @description Street and number, estate. */
                address: string;
                /**
                 * Format: double
                 * @description Longitude, WGS-84.
                 */
                lon: number;
                /**
                 * Format: double
                 * @description Latitude.
                 */
                lat: number;
                /** @description Grid. */
                grid: string;
                /** @description Village or community. */
                village: string;
                /**
                 * Format: int64
                 * @description Storeys.
                 */
                storeys: number;
                /**
                 * Format: int64
                 * @description Entrances (单元).
                 */
                entrances: number;
                /**
                 * Format: int64
                 * @description Flats on one storey of one entrance.
                 */
                units_per_storey: number;
                /**
                 * Format: int64
                 * @description Flats in all.
                 */
                flats: number;
                /**
                 * Format: int64
                 * @description Flats that stand empty.
                 */
                vacancies: number;
                /**
                 * Format: int64
                 * @description People who live here; `null` where not counted, or fewer than five.
                 */
                people?: number | null;
                /**
                 * Format: int64
                 * @description Lifts.
                 */
                lifts: number;
                /**
                 * Format: int64
                 * @description Places to charge.
                 */
                charging_places: number;
                /** @description Known hazards, in words. */
                hazards: string[];
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_BurdenTermsVersion: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description 0 for the example that the program comes with.
                 */
                version: number;
                /** @description What they say. */
                terms: components["schemas"]["BurdenTerms"];
                /**
                 * Format: date-time
                 * @description From when they count.
                 */
                from?: string | null;
                /**
                 * Format: date-time
                 * @description When they were published.
                 */
                published?: string | null;
                /** @description By which account. */
                by?: string | null;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_CaseRow: {
            /** @description The rows. */
            items: {
                /** @description The case. */
                ref: string;
                /** @description Its number. */
                number: string;
                /**
                 * Format: int64
                 * @description Its version.
                 */
                version: number;
                /** @description Its stage. */
                state: components["schemas"]["State"];
                /** @description Who owns the handling. */
                level: components["schemas"]["Level"];
                /** @description How high the clock has carried it. */
                climbed: components["schemas"]["Level"];
                /** @description Ticket colour. */
                colour: components["schemas"]["Colour"];
                /** @description Board. */
                board: components["schemas"]["Board"];
                /** @description Matter, once it has one. */
                matter?: string | null;
                /** @description Name of the matter in Chinese. */
                matter_zh?: string | null;
                /** @description Name of the matter in English. */
                matter_en?: string | null;
                /** @description Town, and village or community: names repeat between towns. */
                where_zh: string;
                /** @description Town. */
                town: string;
                /** @description Village or community. */
                village: string;
                /** @description Grid. */
                grid: string;
                /** @description Who may see it. */
                compartment: components["schemas"]["Compartment"];
                /** @description How much of it the reader sees; the fields below are absent when masked. */
                sight: string;
                /** @description What was reported, shortened to 80 characters. */
                text?: string | null;
                /** @description Street, building, landmark. */
                place?: string | null;
                point?: components["schemas"]["Coord"] | null;
                /** @description Who holds it. */
                seat: components["schemas"]["Seat"];
                /** @description The limit that the holder works against. */
                due?: string | null;
                /** @description Whether that limit has passed. */
                overdue: boolean;
                countdown?: components["schemas"]["Countdown"] | null;
                /**
                 * Format: int64
                 * @description How many others said "me too", with those of the cases merged into it.
                 */
                supporters: number;
                /** @description When it came in. */
                created: string;
                /** @description Its last step. */
                updated: string;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_DraftRow: {
            /** @description The rows. */
            items: (components["schemas"]["DraftReceipt"] & {
                /** @description What it is. */
                title: string;
                /** @description District, zone or city whose towns are asked. */
                area: string;
                /** @description How many entries. */
                count: number;
                /**
                 * Format: date-time
                 * @description Until when towns answer this round.
                 */
                due: string;
                /**
                 * Format: date-time
                 * @description When it was begun.
                 */
                created: string;
            })[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_EntryView: {
            /** @description The rows. */
            items: {
                /** @description Home shard. */
                district: string;
                /**
                 * Format: int64
                 * @description Number in the chain.
                 */
                n: number;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description By whom. */
                actor: string;
                /** @description What. */
                kind: components["schemas"]["Kind"];
                /** @description To what or whom. */
                subject: string;
                /** @description The facts. */
                facts: Record<string, unknown>;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_EstimateHeld: {
            /** @description The rows. */
            items: {
                /** @description The entry. */
                code: string;
                /**
                 * Format: int64
                 * @description Its version.
                 */
                version: number;
                /** @description Its name in Chinese. */
                name_zh: string;
                /** @description Its name in English. */
                name_en: string;
                /** @description On whose list. */
                tier: components["schemas"]["Tier"];
                /**
                 * Format: date-time
                 * @description From when it counts.
                 */
                from: string;
                /**
                 * Format: date
                 * @description The day on which it is held against the measurement: three months later.
                 */
                due: string;
                /** @description Whether that day has come. */
                is_due: boolean;
                /**
                 * Format: int32
                 * @description The applicant's estimate, minutes.
                 */
                estimate: number;
                measured?: components["schemas"]["MinutesSample"] | null;
                /**
                 * Format: double
                 * @description How far off the estimate was, percent of it; more than 0: it took longer.
                 */
                off?: number | null;
                /** @description Whether it was off by more than a third, either way. */
                wrong: boolean;
                /**
                 * Format: int64
                 * @description Occurrences that came onto lists in the last thirteen weeks, by the nightly closes of the whole city.
                 */
                planned: number;
                /**
                 * Format: int64
                 * @description Of these done.
                 */
                done: number;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_LedgerField: {
            /** @description The rows. */
            items: (components["schemas"]["KnownSource"] & {
                /** @description Its name, as an entry's `fields` has it. */
                name: string;
            })[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_LinkRow: {
            /** @description The rows. */
            items: {
                /** @description Its reference. */
                ref: string;
                /** @description For whom. */
                name: string;
                /** @description What is to be done. */
                note: string;
                /**
                 * Format: date-time
                 * @description First moment it no longer opens.
                 */
                until: string;
                /**
                 * Format: date-time
                 * @description When it was given out.
                 */
                created: string;
                /** @description Whether it opens now. */
                opens: boolean;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ListDifference: {
            /** @description The rows. */
            items: {
                /** @description Code. */
                code: string;
                /** @description Its name in Chinese, the newer one. */
                name_zh: string;
                /** @description Its name in English. */
                name_en: string;
                /** @description What became of it. */
                sort: components["schemas"]["ListChange"];
                /**
                 * Format: int64
                 * @description The version that counted.
                 */
                from_version?: number | null;
                /**
                 * Format: int64
                 * @description The version that counts.
                 */
                to_version?: number | null;
                /** @description Field by field, for what was changed. */
                fields: components["schemas"]["EntryDifference"][];
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_Matter: {
            /** @description The rows. */
            items: (components["schemas"]["Entry"] & {
                /**
                 * Format: int64
                 * @description 1 for the first; a case names it.
                 */
                version: number;
                /**
                 * Format: date-time
                 * @description From when it counts.
                 */
                effective_from: string;
                /**
                 * Format: date-time
                 * @description From when it no longer does, when that was decided at publication.
                 */
                effective_to?: string | null;
            })[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_MergeProposal: {
            /** @description The rows. */
            items: {
                /** @description The entry whose visits join those of the other. */
                code: string;
                /** @description Its name in Chinese. */
                name_zh: string;
                /** @description Its name in English. */
                name_en: string;
                /** @description What it is done at. */
                object: components["schemas"]["ObjectKind"];
                /** @description The other entry, and what is saved. */
                with: components["schemas"]["VisitOverlap"];
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_MinutesSample: {
            /** @description The rows. */
            items: {
                /** @description The matter. */
                code: string;
                /** @description The month, `2026-06`. */
                month: string;
                /**
                 * Format: int32
                 * @description How many workers, each once.
                 */
                workers: number;
                /**
                 * Format: int32
                 * @description The median, whole minutes.
                 */
                minutes: number;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_NoticeView: {
            /** @description The rows. */
            items: {
                /** @description Its reference. */
                ref: string;
                /** @description What happened. */
                kind: string;
                /** @description Colour of the work. */
                colour: components["schemas"]["Colour"];
                /** @description What it is about. */
                subject: string;
                /** @description Chinese. */
                zh: string;
                /** @description English. */
                en: string;
                /** @description Rings for you now. */
                ring: boolean;
                /** @description 演练: part of a drill. */
                drill: boolean;
                /**
                 * Format: date-time
                 * @description When it was sent.
                 */
                created: string;
                /**
                 * Format: date-time
                 * @description By when something must be done.
                 */
                due?: string | null;
                /** @description Taken by you or a colleague. */
                taken_by?: string | null;
                /**
                 * Format: date-time
                 * @description When it was taken.
                 */
                taken_at?: string | null;
                /**
                 * Format: date-time
                 * @description When it was first read.
                 */
                read_at?: string | null;
                /**
                 * @description Of a digest (`case.digest`, sent after a time out of service): the first of the cases it
                 *     speaks of, at most 20; its `subject` is empty.
                 */
                refs?: string[];
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ObjectRow: {
            /** @description The rows. */
            items: {
                /** @description Its reference. */
                ref: string;
                /** @description What it is. */
                kind: components["schemas"]["ObjectKind"];
                /** @description Name; of a person 曾**. */
                label: string;
                /** @description Door. */
                door: string;
                /** @description Code of its building. */
                building?: string | null;
                point?: components["schemas"]["Coord"] | null;
                /** @description Its grid today. */
                grid: string;
                /**
                 * Format: date
                 * @description Since when duties are done there.
                 */
                since: string;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OfflistCount: {
            /** @description The rows. */
            items: {
                /** @description The unit. */
                unit: string;
                /** @description Its name. */
                unit_zh: string;
                /** @description What was reported. */
                topic: components["schemas"]["OfflistTopic"];
                /**
                 * Format: int64
                 * @description How often.
                 */
                count: number;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_OfflistRow: {
            /** @description The rows. */
            items: (components["schemas"]["OfflistReceipt"] & {
                /** @description What it is. */
                topic: components["schemas"]["OfflistTopic"];
                way?: components["schemas"]["OfflistWay"] | null;
                /** @description The unit that demands it. */
                issuer?: string | null;
                /** @description Its name. */
                issuer_zh?: string | null;
                /** @description The worker's words. */
                text: string;
                /** @description Whether the worker may be asked back. */
                may_ask: boolean;
                outcome?: components["schemas"]["OfflistOutcome"] | null;
                /** @description What the office said last. */
                answer: string;
                /** @description Whether the answer is late. */
                overdue: boolean;
                /**
                 * Format: date-time
                 * @description When it came in.
                 */
                created: string;
                /** @description Kinds of action that the reader may take now. */
                allowed: string[];
            })[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_PrecedentRow: {
            /** @description The rows. */
            items: {
                /** @description The ruling. */
                ref: string;
                /** @description The case it was made on. */
                case: string;
                /** @description The matter. */
                matter?: string | null;
                /** @description What was disputed. */
                question: string;
                /** @description Who is responsible. */
                to: components["schemas"]["Seat"];
                /** @description On what grounds. */
                reason: string;
                /** @description When. */
                ruled: string;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ProposalRow: {
            /** @description The rows. */
            items: {
                /** @description The proposal. */
                ref: string;
                /** @description Its number. */
                number: string;
                /**
                 * Format: int64
                 * @description Its version.
                 */
                version: number;
                /** @description Where it stands. */
                state: components["schemas"]["AdmissionState"];
                /** @description Through which door it came. */
                door: components["schemas"]["Door"];
                /** @description What it is about. */
                title: string;
                /** @description How many entries it touches. */
                items: number;
                /** @description Unit of the applicant. */
                unit: string;
                /** @description Name of that unit, with what it lies in. */
                unit_zh: string;
                /**
                 * Format: date-time
                 * @description The limit of the stage.
                 */
                due?: string | null;
                /** @description Whether it has passed. */
                overdue: boolean;
                /**
                 * Format: date-time
                 * @description From when it counts, once it is approved.
                 */
                counts_from?: string | null;
                /**
                 * Format: date-time
                 * @description When it was begun.
                 */
                created: string;
                /**
                 * Format: date-time
                 * @description Its last step.
                 */
                updated: string;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_RoutingVersion: {
            /** @description The rows. */
            items: {
                /**
                 * Format: int64
                 * @description 0 before anything was published.
                 */
                version: number;
                /** @description The rules. */
                rules: components["schemas"]["RoutingRule"][];
                /**
                 * Format: date-time
                 * @description From when they count.
                 */
                from?: string | null;
                /**
                 * Format: date-time
                 * @description When they were published.
                 */
                published?: string | null;
                /** @description Why. */
                reason?: string;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_Shift: {
            /** @description The rows. */
            items: {
                /** @description Its reference. */
                ref: string;
                /** @description The unit. */
                unit: string;
                /** @description What there is to say, up to 2,000 characters. */
                note: string;
                /** @description Promises made. */
                promises: components["schemas"]["Promise"][];
                /** @description Who or what is out, e.g. `2号车在李家沱`. */
                out: string[];
                /** @description Open red cases and overdue ones when it was handed over, at most 50, by deadline. */
                cases: components["schemas"]["Pressing"][];
                /** @description Who leaves. */
                left: components["schemas"]["Signed"];
                taken?: components["schemas"]["Signed"] | null;
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_Suggestion: {
            /** @description The rows. */
            items: {
                /** @description Code of the matter. */
                code: string;
                /** @description Its name in Chinese. */
                name_zh: string;
                /** @description Its name in English. */
                name_en: string;
                /**
                 * Format: double
                 * @description How strongly: three per part shared with the name, one per part shared with the filing
                 *     condition, rarer parts counting more. Only comparable within one answer.
                 */
                score: number;
                /** @description The shared parts: pairs of Chinese characters, or whole words. */
                shared: string[];
            }[];
            /** @description Pass as `after` for the next page; absent on the last. */
            next?: string | null;
        };
        /** @description 跨区分开: by the server, when that is undone over there. */
        Parted: {
            /** @description The case over there. */
            from: string;
            /** @description Its number. */
            number: string;
        };
        /**
         * @description What of a resident can be uncovered.
         * @enum {string}
         */
        Particular: "name" | "phone";
        /** @description A new password. */
        PasswordChange: {
            /** @description The password so far. */
            current: string;
            /** @description The one from now on: 10 to 128 characters. */
            new: string;
        };
        /** @description A photo on its way in: of a building, of a point (with its position), or of a spot. */
        PhotoNew: {
            /** @description The picture, uploaded before to the same district. */
            file: string;
            /** @description Of which building. */
            building?: string | null;
            /** @description Of which point, by its code. */
            point?: string | null;
            /**
             * Format: double
             * @description Longitude; not for a building.
             */
            lon?: number | null;
            /**
             * Format: double
             * @description Latitude.
             */
            lat?: number | null;
            /** @description Datum of the position; `wgs84` when absent. */
            datum?: components["schemas"]["Datum"];
            /**
             * Format: date
             * @description The day it was taken, not in the future.
             */
            taken: string;
            /** @description Who sees it. */
            audience: components["schemas"]["Audience"];
            /** @description 画面中没有人: faces and plates are covered, nobody is to be seen. Without it nothing is kept. */
            no_people?: boolean;
        };
        /** @description A photo of a place. */
        PhotoView: {
            /** @description Its reference; the picture itself: `/api/v1/photos/{ref}/picture`. */
            ref: string;
            /** @description Of which building. */
            building?: string | null;
            /** @description Of which point, by its code. */
            point?: string | null;
            /**
             * Format: double
             * @description Longitude, WGS-84.
             */
            lon: number;
            /**
             * Format: double
             * @description Latitude.
             */
            lat: number;
            /** @description Grid. */
            grid: string;
            /**
             * Format: date
             * @description The day it was taken.
             */
            taken: string;
            /** @description Who sees it. */
            audience: components["schemas"]["Audience"];
            /** @description Who uploaded it, by the name among colleagues. */
            called: string;
            /**
             * Format: date-time
             * @description When it was uploaded.
             */
            created: string;
            /** @description Whether the reader may take it back. */
            mine: boolean;
        };
        /** @description The burden of a place below. */
        PlaceBurden: {
            /** @description Its code. */
            code: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description How many people share the work.
             */
            staff: number;
            /**
             * Format: int32
             * @description How many of its communities (towns for the town's list) have nobody in such a post.
             */
            vacant: number;
            /**
             * Format: double
             * @description Minutes per person and week.
             */
            each: number;
            /**
             * Format: double
             * @description As a share of the ceiling, in percent.
             */
            share: number;
            /**
             * Format: int32
             * @description How many of its communities (towns for the town's list) are over the ceiling.
             */
            over: number;
        };
        /** @description The burden of one place by one list, before and after. */
        PlaceLoad: {
            /** @description The community; the town for what stands on the town's list. */
            place: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: int32
             * @description How many objects the entry touches there.
             */
            objects: number;
            /**
             * Format: int32
             * @description How many people share it.
             */
            staff: number;
            /** @description Nobody holds a post there: `staff` counts the posts to be filled. */
            vacant: boolean;
            /**
             * Format: double
             * @description Minutes per person and week before.
             */
            before: number;
            /**
             * Format: double
             * @description Minutes per person and week after.
             */
            after: number;
            /**
             * Format: double
             * @description `after` as a share of the ceiling, in percent.
             */
            share: number;
        };
        /** @description A place by its name: roughly where it is, to start looking from. */
        PlaceView: {
            /** @description Code of the town, street, village or community. */
            code: string;
            /** @description What it is. */
            level: components["schemas"]["Level"];
            /** @description Its name, with the town's before a village's. */
            title: string;
            /**
             * Format: double
             * @description Longitude of its seat or label, WGS-84.
             */
            lon: number;
            /**
             * Format: double
             * @description Latitude.
             */
            lat: number;
        };
        /**
         * @description How grids change.
         * @enum {string}
         */
        PlanKind: "split" | "merge" | "redraw";
        /** @description A change of grids of one village: one into several (split), several into one (merge), several into several (redraw). */
        PlanNew: {
            /** @description The grids that end. */
            grids: string[];
            /** @description The grids that begin; together they cover the same ground. */
            parts: components["schemas"]["GridNew"][];
            /**
             * Format: date-time
             * @description From when on; absent or past: now. At most a year ahead.
             */
            effective?: string | null;
            /** @description Why, for those who are told; at most 200 characters. */
            reason?: string | null;
            /** @description `true`: check it and tell what moves, change nothing. */
            dry_run?: boolean;
        };
        /**
         * @description Where a plan for grids stands.
         * @enum {string}
         */
        PlanState: "upcoming" | "done" | "cancelled" | "blocked";
        /** @description A plan. */
        PlanView: {
            /** @description Its reference; absent for a dry run. */
            ref?: string | null;
            /** @description Village or community. */
            village: components["schemas"]["UnitName"];
            /** @description What kind of change. */
            kind: components["schemas"]["PlanKind"];
            /** @description Where it stands. */
            state: components["schemas"]["PlanState"];
            /**
             * Format: date-time
             * @description From when on it counts.
             */
            effective: string;
            /** @description The grids that end. */
            grids: components["schemas"]["UnitName"][];
            /** @description The grids that begin. */
            parts: components["schemas"]["GridNew"][];
            /** @description Why, in the words of whoever planned it. */
            reason?: string | null;
            moves?: components["schemas"]["Moves"] | null;
            /** @description Who planned it, by the name among colleagues. */
            called: string;
            /**
             * Format: date-time
             * @description When it was planned.
             */
            created: string;
            /**
             * Format: date-time
             * @description When it was done, taken back or found impossible.
             */
            ended?: string | null;
            /** @description Why it could not be done, Chinese. */
            why_zh?: string | null;
            /** @description The same in English. */
            why_en?: string | null;
        };
        /**
         * @description What a point is.
         * @enum {string}
         */
        PointKind: "fire_lane" | "hydrant" | "shelter" | "aed" | "school" | "shop" | "gauge" | "charging" | "lift";
        /** @description A point. */
        PointRow: {
            /** @description Its code in the list it came from. */
            code: string;
            /** @description What it is. */
            kind: components["schemas"]["PointKind"];
            /** @description Name. */
            name: string;
            /**
             * Format: double
             * @description Longitude, WGS-84.
             */
            lon: number;
            /**
             * Format: double
             * @description Latitude.
             */
            lat: number;
            /** @description Grid. */
            grid: string;
            /** @description Code of the building it belongs to. */
            building?: string | null;
        };
        /** @description A post that a unit has. */
        PostView: {
            /** @description Code. */
            code: string;
            /** @description Board. */
            board: components["schemas"]["Board"];
            /** @description Name. */
            name: string;
            /** @description Name in English. */
            name_en: string;
            /** @description What it is for. */
            role: components["schemas"]["Role"];
            /** @description `24h`, `day` or `on_call`. */
            staffed: string;
            /** @description Office, service station or dispatched body that fills it. */
            formed_from: string;
            /** @description Who stands in. */
            deputy?: string | null;
            /** @description A post that may not act on the same case. */
            must_not_be_same_as?: string | null;
        };
        /** @description A ruling as it is looked up. */
        PrecedentRow: {
            /** @description The ruling. */
            ref: string;
            /** @description The case it was made on. */
            case: string;
            /** @description The matter. */
            matter?: string | null;
            /** @description What was disputed. */
            question: string;
            /** @description Who is responsible. */
            to: components["schemas"]["Seat"];
            /** @description On what grounds. */
            reason: string;
            /** @description When. */
            ruled: string;
        };
        /** @description A case that the next shift must know of. */
        Pressing: {
            /** @description The case. */
            ref: string;
            /** @description Its number. */
            number: string;
            /** @description `red` or `overdue`. */
            why: string;
        };
        /** @description What an entry costs. Minutes per year are exact; those per person and week are rounded to a tenth. */
        Price: {
            /** @description The entry. */
            code: string;
            /** @description On whose list. */
            tier: components["schemas"]["Tier"];
            /** @description Who bears it. */
            role: components["schemas"]["Role"];
            /**
             * Format: int32
             * @description Minutes per occurrence.
             */
            minutes: number;
            /** @description Where they come from; the applicant's estimate stays to be seen in `estimate`. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: int32
             * @description The applicant's estimate.
             */
            estimate: number;
            /**
             * Format: int32
             * @description How many workers' minutes the median is made of; absent for an estimate.
             */
            workers?: number | null;
            object?: components["schemas"]["ObjectKind"] | null;
            /**
             * Format: int32
             * @description How many of them there are.
             */
            objects: number;
            /**
             * Format: int32
             * @description Occurrences at each of them in the year that was counted.
             */
            times: number;
            /**
             * Format: int32
             * @description Days of that year.
             */
            days: number;
            /**
             * Format: date
             * @description The first day of it.
             */
            from: string;
            /**
             * Format: int64
             * @description Minutes in that year for the whole city: minutes × occurrences × objects.
             */
            year: number;
            /**
             * Format: double
             * @description The same a week.
             */
            week: number;
            /**
             * Format: double
             * @description Minutes a week saved by making one stop of visits to the same door.
             */
            saves: number;
            /** @description Whether that saving is counted below. */
            merged: boolean;
            /**
             * Format: double
             * @description What happens whenever its trigger goes off in a whole community, minutes a day per person on average; absent
             *     without a trigger.
             */
            each_trigger?: number | null;
            /**
             * Format: int32
             * @description The ceiling: minutes per person and week.
             */
            ceiling: number;
            /**
             * Format: double
             * @description Minutes per person and week in the whole city before.
             */
            before: number;
            /**
             * Format: double
             * @description Minutes per person and week in the whole city after.
             */
            after: number;
            /**
             * Format: int32
             * @description How many places it touches.
             */
            places: number;
            /**
             * Format: int32
             * @description How many of them come over the ceiling by it, or further over it.
             */
            over: number;
            /** @description The places with most after it, at most ten. */
            worst: components["schemas"]["PlaceLoad"][];
            /** @description What the meter says. */
            verdict: components["schemas"]["Verdict"];
            /** @description What is given up for it. */
            given_up: string[];
            /** @description What could be given up, when it is too much: enough by itself first. */
            swaps: components["schemas"]["SwapChoice"][];
            /** @description Visits of others to the same doors. */
            overlaps: components["schemas"]["VisitOverlap"][];
            /** @description What it asks for. */
            fields: components["schemas"]["FieldUse"][];
            /**
             * Format: int64
             * @description Entries a year that nobody has to type because they are known.
             */
            saved_entries: number;
        };
        /** @description An entry to be priced. */
        PriceAsk: {
            /** @description The entry as it would stand on the list. */
            entry: components["schemas"]["Entry"];
            /** @description Entries given up for it. */
            give_up?: string[];
            /** @description Whether its visits are made in one stop with others at the same door. */
            merge?: boolean;
            /**
             * Format: date
             * @description From which day it would count; today when absent.
             */
            from?: string | null;
        };
        /** @description A price, and what it stands on. */
        PriceSheet: {
            /** @description The price. */
            price: components["schemas"]["Price"];
            /**
             * Format: date-time
             * @description When objects and people were summed.
             */
            as_of: string;
            /**
             * Format: int64
             * @description Which version of the ceilings counted.
             */
            terms: number;
            /** @description What the meter says, as a sentence in Chinese; absent when it fits. */
            zh?: string | null;
            /** @description The same in English. */
            en?: string | null;
        };
        /**
         * @description How a case of it is shown to people outside it.
         * @enum {string}
         */
        Privacy: "open" | "masked" | "sealed";
        /** @description The body of a problem on the wire. */
        ProblemBody: {
            /** @description Reference to the description of this kind of problem, `/problems/{code}`. */
            type: string;
            /** @description Short name of the class of problem, in the asked language. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status again.
             */
            status: number;
            /** @description What happened and what to do next, in the asked language. */
            detail: string;
            /** @description Stable machine word, e.g. `case.not_holder`. */
            code: string;
            /** @description `detail` in Chinese. */
            zh: string;
            /** @description `detail` in English. */
            en: string;
            /** @description The fields at fault. */
            fields?: components["schemas"]["FieldError"][];
            /**
             * Format: int64
             * @description For a stale version: the one that stands now.
             */
            current?: number | null;
            /** @description Tell this to the operator: it stands in the log. */
            request_id?: string | null;
        };
        /** @description Something promised to somebody, to be kept by the next shift. */
        Promise: {
            /** @description What, 1 to 200 characters. */
            text: string;
            /**
             * Format: date-time
             * @description By when.
             */
            by?: string | null;
        };
        /** @description What the applicant writes. */
        ProposalContent: {
            /** @description What it is about, 2 to 120 characters. */
            title: string;
            /** @description Why, 2 to 2,000 characters. */
            reason: string;
            /** @description Law or document that demands it; what comes from above needs one. */
            basis?: string;
            /** @description The entries, 1 to 60; what is retired in the same proposal makes room for what is new (置换). */
            items: components["schemas"]["ProposalItem"][];
            /**
             * Format: date
             * @description From which day it shall count; the day after the last approval when absent.
             */
            from?: string | null;
        };
        /** @description One entry of a proposal. */
        ProposalItem: {
            /** @description What is proposed. */
            sort: components["schemas"]["ProposalSort"];
            /** @description The entry. */
            code: string;
            entry?: components["schemas"]["Entry"] | null;
            /** @description 专项行动: it needs an end or review date. */
            campaign?: boolean;
            /** @description 并次: its visits are made in one stop with others at the same door. */
            merge?: boolean;
        };
        /** @description A proposal as one row of a list. */
        ProposalRow: {
            /** @description The proposal. */
            ref: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its version.
             */
            version: number;
            /** @description Where it stands. */
            state: components["schemas"]["AdmissionState"];
            /** @description Through which door it came. */
            door: components["schemas"]["Door"];
            /** @description What it is about. */
            title: string;
            /** @description How many entries it touches. */
            items: number;
            /** @description Unit of the applicant. */
            unit: string;
            /** @description Name of that unit, with what it lies in. */
            unit_zh: string;
            /**
             * Format: date-time
             * @description The limit of the stage.
             */
            due?: string | null;
            /** @description Whether it has passed. */
            overdue: boolean;
            /**
             * Format: date-time
             * @description From when it counts, once it is approved.
             */
            counts_from?: string | null;
            /**
             * Format: date-time
             * @description When it was begun.
             */
            created: string;
            /**
             * Format: date-time
             * @description Its last step.
             */
            updated: string;
        };
        /** @description A proposal, whole. */
        ProposalSheet: components["schemas"]["ProposalRow"] & {
            /** @description What is proposed. */
            content: components["schemas"]["ProposalContent"];
            /** @description The applicant, by the name among colleagues. */
            called: string;
            /** @description What becomes different, entry by entry, against what is in force. */
            changes: components["schemas"]["EntryChange"][];
            burden?: components["schemas"]["Burden"] | null;
            /** @description The opinions of the joint review, of every pass. */
            opinions: components["schemas"]["Opinion"][];
            /** @description Objections and their answers. */
            objections: components["schemas"]["Objection"][];
            /** @description What was published. */
            published: components["schemas"]["PublishedVersion"][];
            /** @description Running clocks. */
            clocks: components["schemas"]["Deadline"][];
            /** @description The stages of this door, in order. */
            way: components["schemas"]["AdmissionState"][];
            /** @description Kinds of action that the reader may take now. */
            allowed: string[];
            /** @description The timeline. */
            timeline: components["schemas"]["StepView"][];
        };
        /**
         * @description What is proposed for one entry.
         * @enum {string}
         */
        ProposalSort: "admit" | "change" | "retire";
        /** @description A new proposal, a draft until it is handed in. */
        Propose: {
            /** @description Through which door. */
            door: components["schemas"]["Door"];
            /** @description What is proposed. */
            content: components["schemas"]["ProposalContent"];
        };
        /** @description A version that was published. */
        PublishedVersion: {
            /** @description Code. */
            code: string;
            /**
             * Format: int64
             * @description Number of the version.
             */
            version: number;
        };
        /** @description 评价: the reporter says whether it is solved. Not solved opens it again, a limited number of times. */
        Rate: {
            /** @description Whether it is solved. */
            satisfied: boolean;
            /** @description In the reporter's words. */
            note?: string;
        };
        /**
         * @description How far from its place a trigger reaches.
         * @enum {string}
         */
        Reach: "building" | "grid" | "village" | "town";
        /** @description 重算时限: by the clock, when the holidays of a year become known that a limit only assumed. */
        Rearm: Record<string, unknown>;
        /** @description 撤回联动: the other district is no longer needed. */
        Recall: {
            /**
             * Format: int64
             * @description Which link.
             */
            link: number;
            /** @description Why. */
            reason: string;
        };
        /** @description 联动撤回: by the server, when the case that asked no longer needs this one. */
        Recalled: {
            /** @description Why. */
            reason: string;
        };
        /** @description What the sender gets back, and gets back again when it repeats the key. */
        Receipt: {
            /** @description The case. */
            ref: string;
            /** @description Its number. */
            number: string;
            /**
             * Format: int64
             * @description Its version after the step.
             */
            version: number;
            /** @description Its state after the step. */
            state: components["schemas"]["State"];
            /** @description For a report by the public: the token to follow it by, without an account. */
            follow?: string | null;
        };
        /**
         * @description 跨区联动: a unit of another district is asked; a linked case opens there, and this one waits for
         *     its answer.
         */
        Refer: {
            /** @description The unit; its centre decides who does it. */
            to: string;
            /** @description The matter, if it is clear. */
            matter?: string | null;
            /** @description What is wanted; all that the other district reads of this case. */
            text: string;
        };
        /** @description 不予受理: not taken, with the reason the reporter reads. */
        Reject: {
            /** @description Why, and where the reporter can turn to. */
            reason: string;
        };
        /** @description 解除呼叫: no longer needed. */
        Release: {
            /**
             * Format: int64
             * @description Which call.
             */
            call: number;
            /** @description Why. */
            note?: string;
        };
        /** @description What a town says in one round, and the answer. */
        Remark: {
            /**
             * Format: int64
             * @description Its number inside the draft.
             */
            no: number;
            /**
             * Format: int64
             * @description Which round.
             */
            round: number;
            /** @description The town. */
            town: string;
            /** @description The entry it is about; absent: the whole. */
            code?: string | null;
            /** @description What it says. */
            stance: components["schemas"]["Stance"];
            /** @description In its own words. */
            text: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Whether it was adopted; absent while unanswered. */
            adopted?: boolean | null;
            /** @description The answer, with the reason. */
            answer: string;
        };
        /** @description 提醒: by the clock, once, before a limit. */
        Remind: {
            /** @description Which clock. */
            clock: components["schemas"]["Clock"];
            /** @description Which call or request. */
            of?: string | null;
        };
        /** @description 重开: by the centre, or by a reporter whose report was rejected. */
        Reopen: {
            /** @description Why. */
            reason: string;
        };
        /** @description A new report. */
        Report: {
            /** @description What it is, in the reporter's words; 2 to 2,000 characters. */
            text: string;
            point?: components["schemas"]["Coord"] | null;
            /** @description Datum of the point. */
            datum?: components["schemas"]["Datum"];
            /** @description Street, building, landmark. */
            place?: string;
            /** @description The grid, when the reporter knows it and gives no point. */
            grid?: string | null;
            /** @description Matter, if the reporter knows it: suggested, never demanded. */
            matter?: string | null;
            /** @description Answers to the matter's questions. */
            answers?: Record<string, unknown> | null;
            channel?: components["schemas"]["Channel"] | null;
            /** @description When it happened, by the reporter's clock. */
            happened?: string | null;
            /** @description Photos, as references returned by the upload. */
            files?: string[];
            /** @description Name, if the reporter wishes to leave one: sealed. */
            name?: string | null;
            /** @description Telephone, if the reporter wishes to leave one: sealed. */
            phone?: string | null;
            /** @description Whether the handler may know the name. */
            named?: boolean;
            /** @description 已当场处理: what the grid worker did about it on the spot. Needs a matter of level 5. */
            solved?: string | null;
        };
        /** @description An extension, suspension or disputed responsibility, put to a centre. */
        Request: {
            /**
             * Format: int64
             * @description Its number inside the case.
             */
            no: number;
            /** @description What is asked. */
            kind: components["schemas"]["RequestKind"];
            /** @description Where it stands. */
            state: components["schemas"]["RequestState"];
            /** @description Why. */
            reason: string;
            /** @description Until when, for extension and suspension. */
            until?: string | null;
            /** @description Seat of who asked. */
            asked_from: components["schemas"]["Seat"];
            /** @description When. */
            asked: string;
        };
        /**
         * @description What the holder asks the centre to decide.
         * @enum {string}
         */
        RequestKind: "extension" | "suspension" | "dispute";
        /**
         * @description Where a request stands.
         * @enum {string}
         */
        RequestState: "open" | "granted" | "declined";
        /**
         * @description What a resident agreed to have said of himself.
         * @enum {string}
         */
        ResidentRole: "owner" | "tenant" | "lone_elder";
        /** @description A resident, masked. */
        ResidentRow: {
            /** @description Reference, to uncover one particular. */
            ref: string;
            /**
             * Format: int64
             * @description Storey.
             */
            storey: number;
            /** @description Flat. */
            flat: string;
            /** @description `曾**` */
            name: string;
            /** @description `138****5678` */
            phone?: string | null;
            /** @description What the person agreed to have said. */
            roles: components["schemas"]["ResidentRole"][];
        };
        /** @description 已当场处理: solved on the spot by the one who found or verified it (level 5). */
        Resolve: {
            /** @description The matter, when none is set yet. */
            matter?: string | null;
            /** @description What was done; a sentence is enough. */
            note: string;
            /** @description Evidence, at most what the matter asks. */
            files?: string[];
        };
        /** @description Why an older version is put in force again. */
        RestoreRequest: {
            /** @description The reason, 2 to 500 characters; it stands on the audit trail. */
            reason: string;
        };
        /** @description The version that a restored one became. */
        Restored: {
            /** @description Code of the matter. */
            code: string;
            /**
             * Format: int64
             * @description The new version, in force from now on; the restored one itself when it is in force already.
             */
            version: number;
        };
        /** @description 恢复: work goes on before the suspension ends. */
        Resume: Record<string, unknown>;
        /** @description 退回: handed back, with the reason. */
        Return: {
            /** @description Why it is not ours. */
            reason: string;
        };
        /** @description Why somebody has to know. */
        RevealRequest: {
            /** @description The reason; it is kept, and the person concerned can read it. */
            reason: string;
        };
        /** @description The reporter, uncovered. */
        Revealed: {
            /** @description Name, if one was left. */
            name?: string | null;
            /** @description Telephone, if one was left. */
            phone?: string | null;
            /** @description What supporters left, those who left something. */
            supporters: components["schemas"]["Contact"][];
        };
        /**
         * @description What a post is for. Rights hang on the role, never on a person (realm::access).
         * @enum {string}
         */
        Role: "grid_worker_full" | "volunteer" | "village_admin" | "town_post_officer" | "enterprise_officer" | "mediator" | "law_officer" | "legal_reviewer" | "duty_officer" | "commander" | "department_handler" | "dispatcher_district" | "dispatcher_city" | "list_officer" | "system_admin" | "security_admin" | "auditor" | "integrator";
        /** @description A stretch of a roster for one post. */
        RosterNew: {
            /** @description The unit. */
            unit: string;
            /** @description The post. */
            post: string;
            /**
             * Format: date-time
             * @description Start of what is replaced.
             */
            from: string;
            /**
             * Format: date-time
             * @description End of what is replaced.
             */
            to: string;
            /** @description The shifts within, at most 500, all of this post. */
            shifts: components["schemas"]["DutyShift"][];
        };
        /** @description A roster. */
        RosterView: {
            /** @description Its shifts, by start. */
            shifts: components["schemas"]["DutyShift"][];
        };
        /** @description What became of a rule from one version to another. */
        RoutingChange: {
            /** @description The rule. */
            code: string;
            before?: components["schemas"]["RoutingRule"] | null;
            after?: components["schemas"]["RoutingRule"] | null;
        };
        /**
         * @description When a rule counts, by the office hours of the town.
         * @enum {string}
         */
        RoutingHours: "office" | "outside";
        /** @description Rules to be published. */
        RoutingNew: {
            /** @description The whole set as it is to be. */
            rules: components["schemas"]["RoutingRule"][];
            /**
             * Format: date-time
             * @description From when it counts; now when absent.
             */
            from?: string | null;
            /** @description Why, 2 to 500 characters. */
            reason: string;
            /**
             * Format: int64
             * @description The newest version that its author saw: refused when another was published since. Absent: whatever there is.
             */
            seen?: number | null;
        };
        /** @description What a set would change. */
        RoutingPreview: {
            /**
             * Format: int64
             * @description The version in force.
             */
            version: number;
            /** @description Rule by rule. */
            changes: components["schemas"]["RoutingChange"][];
        };
        /** @description Why older rules are put in force again. */
        RoutingRestore: {
            /** @description The reason, 2 to 500 characters. */
            reason: string;
        };
        /** @description One rule: all that it says has to hold. */
        RoutingRule: {
            /** @description Its name within the set, 1 to 20 letters, digits and `-`; of two that are equally exact the lesser one wins. */
            code: string;
            /** @description Only this matter. */
            matter?: string | null;
            board?: components["schemas"]["Board"] | null;
            tier?: components["schemas"]["Tier"] | null;
            /** @description Only in this unit and what is below it. */
            unit?: string | null;
            hours?: components["schemas"]["RoutingHours"] | null;
            /**
             * Format: date
             * @description From this day on.
             */
            from?: string | null;
            /**
             * Format: date
             * @description Through this day.
             */
            through?: string | null;
            /** @description A post of the town that the matter names. */
            post?: string | null;
            /** @description Or a department that the matter names, by its short code (`Q-CG`). */
            department?: string | null;
            /** @description Why, up to 200 characters. */
            note?: string;
        };
        /** @description One version of the set. Version 0 has no rules. */
        RoutingVersion: {
            /**
             * Format: int64
             * @description 0 before anything was published.
             */
            version: number;
            /** @description The rules. */
            rules: components["schemas"]["RoutingRule"][];
            /**
             * Format: date-time
             * @description From when they count.
             */
            from?: string | null;
            /**
             * Format: date-time
             * @description When they were published.
             */
            published?: string | null;
            /** @description Why. */
            reason?: string;
        };
        /** @description One bad row, or one worth a look. */
        RowNote: {
            /**
             * Format: int64
             * @description Row as the author finds it in the file; 0: the file as a whole.
             */
            row: number;
            /** @description Column; absent: the row as a whole. */
            column?: string | null;
            /** @description What is wrong, Chinese. */
            zh: string;
            /** @description What is wrong, English. */
            en: string;
        };
        /** @description 裁定: the centre above rules who is responsible; binds, and becomes a precedent. */
        Rule: {
            /**
             * Format: int64
             * @description Which dispute.
             */
            request: number;
            /** @description Who is responsible. */
            to: components["schemas"]["Seat"];
            /** @description On what grounds. */
            reason: string;
        };
        /** @description A seat (席位): a unit, and one of its posts or all of them. */
        Seat: {
            /** @description The unit. */
            unit: string;
            /** @description The post; absent: any post of the unit. */
            post?: string | null;
        };
        /** @description What set a duty off. */
        SetOff: {
            /** @description The trigger. */
            ref: string;
            /** @description What happened. */
            on: components["schemas"]["TriggerKind"];
            /** @description In words. */
            note: string;
            /**
             * Format: date
             * @description Its last day.
             */
            until: string;
        };
        /** @description A shift that is handed over. */
        Shift: {
            /** @description Its reference. */
            ref: string;
            /** @description The unit. */
            unit: string;
            /** @description What there is to say, up to 2,000 characters. */
            note: string;
            /** @description Promises made. */
            promises: components["schemas"]["Promise"][];
            /** @description Who or what is out, e.g. `2号车在李家沱`. */
            out: string[];
            /** @description Open red cases and overdue ones when it was handed over, at most 50, by deadline. */
            cases: components["schemas"]["Pressing"][];
            /** @description Who leaves. */
            left: components["schemas"]["Signed"];
            taken?: components["schemas"]["Signed"] | null;
        };
        /** @description What whoever leaves writes down. */
        ShiftNew: {
            /** @description The unit of the post being used. */
            unit: string;
            /** @description What there is to say, up to 2,000 characters. */
            note?: string;
            /** @description Promises made, at most 50. */
            promises?: components["schemas"]["Promise"][];
            /** @description Who or what is out, at most 50. */
            out?: string[];
        };
        /** @description A signature. */
        Signed: {
            /** @description Account. */
            account: string;
            /** @description The name among colleagues. */
            called: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
        };
        /** @description Open cases nearby. */
        Similar: {
            /** @description Same matter first, then the nearest, then the newest. */
            items: components["schemas"]["SimilarCase"][];
        };
        /**
         * @description An open case nearby, as the public may know of it: no words, no picture, nobody's name, and a place
         *     no finer than a hundred metres.
         */
        SimilarCase: {
            /** @description The case. */
            ref: string;
            /** @description Its number. */
            number: string;
            matter?: components["schemas"]["MatterName"] | null;
            /** @description Town, and village or community. */
            street: string;
            /** @description The stage. */
            state: components["schemas"]["State"];
            /** @description The stage in Chinese. */
            state_zh: string;
            /** @description The day it was reported (its first instant in the city's time zone). */
            reported: string;
            /**
             * Format: int64
             * @description Metres from the point to the hundred-metre square that the case lies in, in steps of ten.
             */
            distance_m: number;
            /**
             * Format: int64
             * @description How many others said "me too".
             */
            supporters: number;
        };
        /**
         * @description Why a stop was skipped. A reason, never an excuse that somebody weighs.
         * @enum {string}
         */
        SkipReason: "nobody_home" | "not_welcome" | "no_access" | "weather" | "urgent" | "not_there" | "other";
        /** @description 分派子件: a part of the work as a case of its own; closing waits for it. */
        Split: {
            /** @description Matter of the part. */
            matter: string;
            /** @description What the part is. */
            text: string;
        };
        /**
         * @description How far a clock has run.
         * @enum {string}
         */
        Stage: "armed" | "reminded" | "overdue" | "stopped";
        /**
         * @description What a town says.
         * @enum {string}
         */
        Stance: "objects" | "suggests" | "agrees";
        /**
         * @description The main stage of a case. Calls, requests, reporters and ratings have small states of their own.
         * @enum {string}
         */
        State: "reported" | "verified" | "filed" | "dispatched" | "returned" | "in_progress" | "suspended" | "checking" | "checked" | "closed" | "rejected" | "merged" | "withdrawn";
        /** @description One step as it is shown. */
        StepView: {
            /**
             * Format: int64
             * @description Number, from 1.
             */
            n: number;
            /** @description When the server took it. */
            at: string;
            /** @description When it happened, by the sender's clock. */
            happened?: string | null;
            /** @description Who, by the name among colleagues. */
            called: string;
            /** @description Unit of the post. */
            unit?: string | null;
            /** @description Kind of action. */
            action: string;
            /** @description Stage it led to. */
            state: string;
            /** @description What was done; absent when erased or masked. */
            payload?: Record<string, unknown> | null;
            /** @description Hash of the step, in hex: quote it to prove what was known when. */
            hash: string;
        };
        /** @description A matter that a text may mean, and why it was found. */
        Suggestion: {
            /** @description Code of the matter. */
            code: string;
            /** @description Its name in Chinese. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /**
             * Format: double
             * @description How strongly: three per part shared with the name, one per part shared with the filing
             *     condition, rarer parts counting more. Only comparable within one answer.
             */
            score: number;
            /** @description The shared parts: pairs of Chinese characters, or whole words. */
            shared: string[];
        };
        /** @description What was solved in a year, for print and for everybody. */
        SummarySheet: {
            /** @description The unit. */
            unit: components["schemas"]["UnitName"];
            /**
             * Format: date-time
             * @description When it was read.
             */
            as_of: string;
            /**
             * Format: int32
             * @description The year.
             */
            year: number;
            /**
             * Format: int64
             * @description Solved in all; `null`: fewer than five.
             */
            total?: number | null;
            /** @description By matter. */
            matters: components["schemas"]["HallMatter"][];
            /** @description By month. */
            months: components["schemas"]["MonthCount"][];
            /** @description What to write where a count is `null`, Chinese. */
            less_zh: string;
            /** @description The same in English. */
            less_en: string;
        };
        /** @description 督办: a higher centre follows it, with a date. */
        Supervise: {
            /** @description What is expected. */
            note: string;
            /** @description By when. */
            due: string;
        };
        /** @description How somebody who says "me too" can be reached; nothing need be left. */
        Support: {
            /** @description Name, at most 60 characters: sealed. */
            name?: string | null;
            /** @description Telephone: sealed. */
            phone?: string | null;
        };
        /** @description What a supporter gets back. */
        Supported: {
            /** @description Follows the case, and takes the "me too" back. */
            token: string;
            /**
             * Format: int64
             * @description How many others are concerned, this one among them.
             */
            supporters: number;
        };
        /** @description How many are concerned after somebody has gone. */
        Supporters: {
            /**
             * Format: int64
             * @description How many others are concerned.
             */
            supporters: number;
        };
        /** @description An entry that could be given up for the new one. */
        SwapChoice: {
            /** @description The entry. */
            code: string;
            /** @description Its name in Chinese. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /**
             * Format: double
             * @description Minutes per person and week that it frees, at the worst place.
             */
            frees: number;
            /** @description Whether giving it up is enough by itself. */
            enough: boolean;
        };
        /** @description What somebody does about one stop. "Nothing found" is as good an answer as any. */
        Tick: (components["schemas"]["TickSeen"] & {
            /** @enum {string} */
            tick: "done";
        }) | (components["schemas"]["TickSeen"] & {
            /** @enum {string} */
            tick: "nothing_found";
        }) | (components["schemas"]["TickFound"] & {
            /** @enum {string} */
            tick: "found";
        }) | (components["schemas"]["TickSkip"] & {
            /** @enum {string} */
            tick: "skip";
        }) | (components["schemas"]["TickMove"] & {
            /** @enum {string} */
            tick: "move";
        }) | (components["schemas"]["TickHandOver"] & {
            /** @enum {string} */
            tick: "hand_over";
        }) | (components["schemas"]["TickPlain"] & {
            /** @enum {string} */
            tick: "offer";
        }) | (components["schemas"]["TickPlain"] & {
            /** @enum {string} */
            tick: "take";
        }) | (components["schemas"]["TickPlain"] & {
            /** @enum {string} */
            tick: "give_back";
        }) | (components["schemas"]["TickPlain"] & {
            /** @enum {string} */
            tick: "undo";
        });
        /** @description What came of one tick: where it stands now, or why not. A refused tick keeps no other one back. */
        TickAnswer: {
            /** @description Its key. */
            key: string;
            state?: components["schemas"]["DutyState"] | null;
            /** @description The case it became. */
            case?: string | null;
            problem?: components["schemas"]["TickProblem"] | null;
        };
        /** @description What came of the ticks, in their order. */
        TickAnswers: {
            /** @description One for each. */
            items: components["schemas"]["TickAnswer"][];
        };
        /** @description What was found. */
        TickFound: {
            /** @description What it is, 2 to 500 characters. */
            text: string;
            /** @description Its matter, where it is known; the duty's own is not assumed. */
            case_matter?: string | null;
            /** @description Photos. */
            files?: string[];
        };
        /** @description To whom. */
        TickHandOver: {
            /** @description The holding of a colleague of the same community: `colleagues` of the day's list names them. */
            to: string;
        };
        /** @description Another day. */
        TickMove: {
            /**
             * Format: date
             * @description Which, within its window.
             */
            to: string;
        };
        /** @description A tick as a phone sends it: with a key of its own, so that sending it twice does it once. */
        TickOne: components["schemas"]["Tick"] & {
            /** @description Idempotency key of this tick, 8 to 60 visible characters. */
            key: string;
            /** @description The object. */
            object: string;
            /** @description The matter. */
            matter: string;
            /**
             * Format: date
             * @description The day the rule names.
             */
            nominal: string;
            /** @description The trigger that set it off, if the list names one. */
            trigger?: string | null;
            /**
             * Format: date-time
             * @description When it happened, by the phone: shown, and an excuse for coming in late; never decisive.
             */
            happened?: string | null;
        };
        /** @description Nothing more to say. */
        TickPlain: Record<string, unknown>;
        /** @description Why a tick was not taken. */
        TickProblem: {
            /** @description Code of the refusal. */
            code: string;
            /** @description In Chinese. */
            zh: string;
            /** @description In English. */
            en: string;
        };
        /** @description What was seen. */
        TickSeen: {
            /** @description A sentence, where the matter asks for one or there is something to say; up to 500 characters. */
            note?: string;
            /** @description Photos or papers, only where the matter asks for them. */
            files?: string[];
        };
        /** @description Not this time. */
        TickSkip: {
            /** @description Why. */
            reason: components["schemas"]["SkipReason"];
            /** @description In words, for `other`. */
            note?: string;
        };
        /** @description Ticks, in the order in which they were made. */
        Ticks: {
            /** @description At most a hundred. */
            ticks: components["schemas"]["TickOne"][];
        };
        /**
         * @description On whose list an entry stands (三级清单). It can differ from the level that handles.
         * @enum {string}
         */
        Tier: "grid" | "village" | "town";
        /** @description 转办: to another seat of the same unit (section, deputy); the clock runs on. */
        Transfer: {
            /** @description Who takes over. */
            to: components["schemas"]["Seat"];
            /** @description Why. */
            reason: string;
        };
        /** @description What a trial counted. Counts of parts are added up. */
        TrialCounted: {
            /**
             * Format: int32
             * @description Cases looked at.
             */
            looked: number;
            /**
             * Format: int32
             * @description Of these, cases whose timeline can no longer be read in full (erased): looked at as far as it goes.
             */
            erased: number;
            /**
             * Format: int32
             * @description Of these, cases the post may count and not list (restricted matters): none of them is an example.
             */
            unseen: number;
            /**
             * Format: int32
             * @description Would have gone to another seat or level.
             */
            moved: number;
            /**
             * Format: int32
             * @description Ran over a limit as things were.
             */
            breached: number;
            /**
             * Format: int32
             * @description Would have run over one.
             */
            would_breach: number;
            /**
             * Format: int32
             * @description Would have and did not.
             */
            newly: number;
            /**
             * Format: int32
             * @description Did and would not have.
             */
            cured: number;
            /**
             * Format: int64
             * @description A grid worker's minutes for all of them as things were.
             */
            minutes: number;
            /**
             * Format: int64
             * @description The same as it would have been.
             */
            would_minutes: number;
        };
        /** @description A case to look at, and the stages that would have gone otherwise. */
        TrialExample: {
            /** @description The case. */
            ref: string;
            /** @description Its number. */
            number: string;
            /** @description Whether it would have gone to another seat or level. */
            moved: boolean;
            /** @description Whether it would have run over a limit and did not. */
            newly: boolean;
            /** @description Whether it did and would not have. */
            cured: boolean;
            /** @description The stages concerned. */
            stages: components["schemas"]["TrialStage"][];
        };
        /** @description A matter to be tried. */
        TrialNew: {
            /** @description The matter as it would be: level, limits, lead and assisting posts and departments, urgency, minutes. */
            entry: components["schemas"]["Entry"];
            /** @description Routing rules to be tried with it; those of each moment when absent. */
            rules?: components["schemas"]["RoutingRule"][] | null;
            /**
             * Format: date-time
             * @description Cases reported from this moment on.
             */
            from: string;
            /**
             * Format: date-time
             * @description Cases reported before this moment.
             */
            to: string;
            /** @description Only this unit and what is below it. */
            unit?: string | null;
            /** @description `next` of the part before: what was counted there is to be added up. */
            after?: string | null;
            /**
             * Format: int32
             * @description How many cases to look at, 1 to 100,000; 100,000 when absent. It also ends after some seconds.
             */
            most?: number | null;
        };
        /** @description The outcome of a trial, or of a part of it. */
        TrialSheet: {
            /** @description The matter. */
            code: string;
            /**
             * Format: date-time
             * @description When it was read.
             */
            as_of: string;
            /** @description What was counted in this part. */
            counted: components["schemas"]["TrialCounted"];
            /** @description Up to twenty cases that would have gone otherwise, newest first. */
            examples: components["schemas"]["TrialExample"][];
            /** @description Whether every case of the span has been looked at. */
            complete: boolean;
            /** @description Where to go on, as `after`; absent when complete. */
            next?: string | null;
            /** @description In a sentence, Chinese. */
            zh: string;
            /** @description In a sentence, English. */
            en: string;
        };
        /** @description How one stage of a case would have gone. */
        TrialStage: {
            /** @description What was measured. */
            clock: components["schemas"]["Clock"];
            /**
             * Format: date-time
             * @description From when.
             */
            from: string;
            /**
             * Format: date-time
             * @description When it was over; absent: it still runs.
             */
            ended?: string | null;
            /** @description Whose time it was. */
            seat: components["schemas"]["Seat"];
            /** @description Whose it would have been. */
            would_seat: components["schemas"]["Seat"];
            /**
             * Format: date-time
             * @description By when it had to be over.
             */
            due: string;
            /**
             * Format: date-time
             * @description By when it would have had to be.
             */
            would_due: string;
        };
        /** @description What sets off a duty, and how long it then lasts. */
        Trigger: {
            /** @description What happens. */
            on: components["schemas"]["TriggerKind"];
            /**
             * Format: double
             * @description From which measure on, in the unit of what is measured (°C, mm in 24 h, m, Beaufort); none: any report of it.
             */
            from?: number | null;
            /** @description Where it holds: the grid, village or town of the place, or its building. */
            reach: components["schemas"]["Reach"];
            /**
             * Format: int32
             * @description After how many days it ends at the latest, 1 to 31.
             */
            days: number;
        };
        /**
         * @description What sets off a duty that has no fixed days (根据辖区实际情况动态推送).
         * @enum {string}
         */
        TriggerKind: "heat" | "rain" | "river" | "fraud" | "wind";
        /** @description A trigger, and what it asks for. */
        TriggerView: {
            /** @description Its reference. */
            ref: string;
            /** @description What happened. */
            on: components["schemas"]["TriggerKind"];
            /**
             * Format: double
             * @description How much.
             */
            measure?: number | null;
            /** @description In words. */
            note: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day.
             */
            until: string;
            /** @description What it asks for today, by matter: only admitted matters answer to it. */
            asks: components["schemas"]["DutyAsked"][];
            /** @description What gives way where the week comes over the ceiling of the grid list; nothing while it does not. */
            gives_way: components["schemas"]["DutyGaveWay"][];
            /** @description The week of the grids that it reaches, by community: never a single grid, which is a person. */
            weeks: components["schemas"]["DutyTriggerWeek"][];
        };
        /** @description What is to be uncovered, and why. */
        Uncover: {
            /** @description Reference of the piece of work at the building. */
            work: string;
            /** @description Why, 4 to 200 characters. It is written down. */
            reason: string;
            /** @description Which particular. */
            what: components["schemas"]["Particular"];
        };
        /** @description One particular, uncovered. */
        Uncovered: {
            /** @description The full value; absent where none was left. */
            value?: string | null;
        };
        /**
         * @description What a unit is.
         * @enum {string}
         */
        UnitKind: "city" | "district" | "zone" | "town" | "village" | "grid" | "department" | "section" | "team";
        /** @description A unit by code and name. */
        UnitName: {
            /** @description Code. */
            code: string;
            /** @description Level. */
            level: components["schemas"]["Level"];
            /** @description Name by itself. */
            name: string;
        };
        /** @description A unit. */
        UnitView: {
            /** @description Code. */
            code: string;
            /** @description Level. */
            level: components["schemas"]["Level"];
            /** @description What it is. */
            kind: components["schemas"]["UnitKind"];
            /** @description Name by itself. Names of villages repeat. */
            name: string;
            /** @description Name that tells it apart: a village with its town, a grid with both. */
            title: string;
            /** @description Name in English. */
            name_en?: string;
            /** @description Home shard of what happens there; `city` for the city, zones and their departments. */
            district: string;
            /** @description From the city down to its governing parent. */
            path: components["schemas"]["UnitName"][];
            stat_parent?: components["schemas"]["UnitName"] | null;
            /**
             * Format: double
             * @description Longitude of its seat or label, WGS-84.
             */
            lon?: number | null;
            /**
             * Format: double
             * @description Latitude.
             */
            lat?: number | null;
            /**
             * Format: int32
             * @description Households.
             */
            households?: number | null;
            /**
             * Format: int32
             * @description People.
             */
            people?: number | null;
            /**
             * Format: date-time
             * @description From when on it exists, if not always.
             */
            valid_from?: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            valid_to?: string | null;
            /** @description How many units it governs. */
            children: number;
        };
        /**
         * @description Why a case of another district cannot be merged into one (跨区合并).
         * @enum {string}
         */
        Unjoinable: "ended" | "merged" | "unknown";
        /** @description 撤销合并. */
        Unmerge: {
            /** @description Why they are two things after all. */
            reason: string;
        };
        /** @description An object that has not been seen for long. */
        Unseen: {
            /** @description The object. */
            object: string;
            /** @description What it is. */
            kind: components["schemas"]["ObjectKind"];
            /** @description Name; of a person 曾**. */
            label: string;
            /** @description Its grid. */
            grid: string;
            /**
             * Format: date
             * @description When it was seen last; never, if absent.
             */
            seen?: string | null;
        };
        /** @description 催办: the holder is reminded. */
        Urge: {
            /** @description What is urgent about it. */
            note: string;
        };
        /**
         * @description How much it presses. Only `emergency` rings until answered.
         * @enum {string}
         */
        Urgency: "ordinary" | "urgent" | "emergency";
        /**
         * @description What somebody wants to do.
         * @enum {string}
         */
        Verb: "case.list" | "case.read" | "case.report" | "case.act" | "case.reveal" | "case.erase" | "case.export" | "stream.read" | "file.read" | "photo.read" | "photo.put" | "photo.withdraw" | "resident.look" | "stats.read" | "unit.read" | "unit.admin" | "grid.plan" | "roster.keep" | "account.read" | "account.admin" | "holding.grant" | "audit.read" | "matter.publish" | "burden.price" | "burden.offer" | "trial.run" | "duty.see" | "duty.do" | "duty.keep" | "duty.trigger" | "import.run" | "admission.read" | "admission.propose" | "admission.act" | "admission.object" | "drafting.run" | "offlist.report" | "offlist.act";
        /**
         * @description What the meter says of an entry.
         * @enum {string}
         */
        Verdict: "fits" | "merge" | "swap" | "refused";
        /** @description 核实: seen on site, true or not. */
        Verify: {
            /** @description Whether it is as reported. */
            found: boolean;
            /** @description What was seen; the reason when it is not. */
            note: string;
        };
        /** @description 否决: the town does not accept what the called unit calls done. */
        Veto: {
            /**
             * Format: int64
             * @description Which call.
             */
            call: number;
            /** @description What is missing. */
            reason: string;
        };
        /** @description A filter that somebody keeps under a name. */
        View: {
            /** @description Its name, 1 to 40 characters. */
            name: string;
            /** @description The query string of the list, at most 2,000 characters. */
            query: string;
        };
        /** @description Visits of another entry that fall on the same doors at the same time. */
        VisitOverlap: {
            /** @description The other entry. */
            code: string;
            /** @description Its name in Chinese. */
            name_zh: string;
            /** @description Its name in English. */
            name_en: string;
            /**
             * Format: int32
             * @description How many doors both go to.
             */
            doors: number;
            /**
             * Format: int32
             * @description How many visits a year at each of them can be one stop.
             */
            visits: number;
            /**
             * Format: double
             * @description Minutes a week saved by that in the whole city.
             */
            saves: number;
            /** @description Fields both ask for: once is enough. */
            fields: string[];
        };
        /** @description 吹哨: departments are called to report in. */
        Whistle: {
            /** @description The departments. */
            units: string[];
            /** @description What is wanted of them. */
            note: string;
        };
        /** @description Why somebody may, or may not. */
        Why: {
            /** @description Whether one of the posts looked at lets the account through. */
            may: boolean;
            /** @description The right. */
            verb: components["schemas"]["Verb"];
            /** @description Everything that was looked at. */
            checks: components["schemas"]["WhyCheck"][];
            /** @description In one sentence, Chinese. */
            zh: string;
            /** @description In one sentence, English. */
            en: string;
        };
        /** @description One thing looked at. */
        WhyCheck: {
            /** @description The post; absent for what concerns the account as a whole. */
            holding?: string | null;
            /** @description The relation asked for: `account`, `post`, `verb`, `compartment`, or a scope of the table of rights. */
            scope: string;
            /** @description Whether it holds. */
            holds: boolean;
            /** @description What was asked and what came out, Chinese. */
            zh: string;
            /** @description The same in English. */
            en: string;
        };
        /** @description 撤回: the reporter takes it back before it is filed. */
        Withdraw: {
            /** @description Why, if the reporter likes to say. */
            reason?: string;
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
    account_list: {
        parameters: {
            query: {
                /** @description Accounts at home in this unit, or holding a post of it. */
                unit: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    account_create: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    account_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    account_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    holding_grant: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldingNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Made"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    account_new_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTime"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    account_end_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    admission_list: {
        parameters: {
            query?: {
                /** @description Only at this stage. */
                state?: components["schemas"]["AdmissionState"];
                /** @description Only through this door. */
                door?: components["schemas"]["Door"];
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProposalRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    admission_propose: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Propose"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdmissionReceipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    admission_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    admission_act: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmissionActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdmissionReceipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    admission_burden: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Burden"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    audit_list: {
        parameters: {
            query?: {
                /** @description Home shard; absent: the auditor's own. */
                district?: string;
                /** @description Only what was done to this reference. */
                subject?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EntryView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    building_list: {
        parameters: {
            query?: {
                /** @description Of this grid. */
                grid?: string;
                /** @description Of this village or community. */
                village?: string;
                /** @description Within `west,south,east,north`, degrees WGS-84. */
                bbox?: string;
                /** @description A part of the name. */
                q?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BuildingView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    building_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    resident_look: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Look"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentRow"][];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_of_place: {
        parameters: {
            query?: {
                /** @description A city, district, town or village; the place of the post being used when absent. */
                unit?: string;
                /** @description Whose list; `grid` when absent. */
                tier?: components["schemas"]["Tier"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BurdenSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LedgerField"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnBurden"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_overlaps: {
        parameters: {
            query?: {
                /** @description A city, district, town or village; the place of the post being used when absent. */
                unit?: string;
                /** @description Whose list; `grid` when absent. */
                tier?: components["schemas"]["Tier"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MergeProposal"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_price: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceAsk"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EstimateHeld"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_samples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MinutesSample"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_offer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MinutesOffer"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MinutesOffered"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_terms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BurdenTermsVersion"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_publish: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BurdenTermsNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BurdenTermsVersion"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BurdenTermsNew"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BurdenTermsPreview"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    burden_restore: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BurdenTermsVersion"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    calendar_read: {
        parameters: {
            query: {
                /** @description The year. */
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_list: {
        parameters: {
            query?: {
                /**
                 * @description `mine` (my seat holds it), `unit` (my unit holds it), `called` (my unit is called), `overdue`,
                 *     `climbed` (it came up by itself), `sample` (solved on the spot, drawn by place for a later
                 *     look); absent: everything in scope.
                 */
                queue?: string;
                /** @description Only open (`true`) or ended (`false`) cases. */
                open?: boolean;
                /** @description Only this stage, e.g. `in_progress`. */
                state?: string;
                /** @description Only this board. */
                board?: components["schemas"]["Board"];
                /** @description Only this matter. */
                matter?: string;
                /** @description Only this unit and what is below it. */
                unit?: string;
                /** @description Only what lies with this unit now, e.g. a section of one's department. */
                with?: string;
                /** @description Only what is due before this instant. */
                due_before?: string;
                /** @description Only within `west,south,east,north`, WGS-84 degrees. */
                bbox?: string;
                /**
                 * @description A case number, its end or its beginning, of four characters and more; else words that occur in text
                 *     or place.
                 */
                q?: string;
                /** @description `due` (default for open queues) or `newest`. */
                sort?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_export: {
        parameters: {
            query?: {
                /**
                 * @description `mine` (my seat holds it), `unit` (my unit holds it), `called` (my unit is called), `overdue`,
                 *     `climbed` (it came up by itself), `sample` (solved on the spot, drawn by place for a later
                 *     look); absent: everything in scope.
                 */
                queue?: string;
                /** @description Only open (`true`) or ended (`false`) cases. */
                open?: boolean;
                /** @description Only this stage, e.g. `in_progress`. */
                state?: string;
                /** @description Only this board. */
                board?: components["schemas"]["Board"];
                /** @description Only this matter. */
                matter?: string;
                /** @description Only this unit and what is below it. */
                unit?: string;
                /** @description Only what lies with this unit now, e.g. a section of one's department. */
                with?: string;
                /** @description Only what is due before this instant. */
                due_before?: string;
                /** @description Only within `west,south,east,north`, WGS-84 degrees. */
                bbox?: string;
                /**
                 * @description A case number, its end or its beginning, of four characters and more; else words that occur in text
                 *     or place.
                 */
                q?: string;
                /** @description `due` (default for open queues) or `newest`. */
                sort?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Erasure"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LinkRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_give: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkMade"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revealed"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_support: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Support"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supported"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    count_read: {
        parameters: {
            query: {
                /** @description Code of the unit. */
                unit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cover_list: {
        parameters: {
            query: {
                /** @description The unit. */
                unit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cover_ask: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cover_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cover_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CoverAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    drafting_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DraftRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    drafting_open: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftReceipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    drafting_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    drafting_act: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftReceipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_day: {
        parameters: {
            query?: {
                /** @description The grid; that of the post being used when absent. */
                grid?: string;
                /** @description The day; today when absent. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyDay"];
                };
            };
            /** @description As before */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_away: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAway"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_back: {
        parameters: {
            query?: {
                /** @description The holding; the post being used when absent. */
                holding?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_colleagues: {
        parameters: {
            query?: {
                /** @description The grid; that of the post being used when absent. */
                grid?: string;
                /** @description The day; today when absent. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Colleague"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_coverage: {
        parameters: {
            query?: {
                /** @description A town or community; that of the post being used when absent. */
                unit?: string;
                /** @description Closed days looked back on, 1 to 92; 28 when absent. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_objects: {
        parameters: {
            query?: {
                /** @description The community; that of the post being used when absent. */
                village?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ObjectRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_add: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObject"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectMade"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectRevealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectUncovered"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_offers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyOffer"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_tick: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ticks"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TickAnswers"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_triggers: {
        parameters: {
            query?: {
                /** @description A town, village or grid; that of the post being used when absent. */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    set_off: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTrigger"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    call_off: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    duty_week: {
        parameters: {
            query?: {
                /** @description The grid; that of the post being used when absent. */
                grid?: string;
                /** @description The day; today when absent. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyAhead"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    edition_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    file_upload: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP or PDF, at most 20 MB.
                     */
                    file: string;
                    /** @description Reference of the case it belongs to. */
                    case?: string | null;
                    /**
                     * Format: double
                     * @description Longitude of the place, if there is no case yet.
                     */
                    lon?: number | null;
                    /**
                     * Format: double
                     * @description Latitude.
                     */
                    lat?: number | null;
                    datum?: components["schemas"]["Datum"] | null;
                    /** @description Home shard, if the client knows it. */
                    district?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    file_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    follow_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    follow_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    grid_plans: {
        parameters: {
            query: {
                /** @description The village or community. */
                village: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    grid_plan: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanNew"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    grid_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    grid_list: {
        parameters: {
            query: {
                /** @description `west,south,east,north`, degrees WGS-84. */
                bbox: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    grid_read: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, unknown>;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    hall_read: {
        parameters: {
            query: {
                /** @description Code of the unit. */
                unit: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HallSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    holding_leave: {
        parameters: {
            query?: {
                /** @description Account that takes the post as acting; needed when open work would be left without anybody. */
                successor?: string;
            };
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    import_run: {
        parameters: {
            query: {
                /** @description What the file holds. */
                kind: components["schemas"]["ImportKind"];
                /** @description `true`: check everything and tell the difference, write nothing. */
                dry_run?: boolean;
                /** @description Name of the file when the body is the file itself; its extension decides the format. */
                filename?: string;
                /** @description Matters: the day from which they count; now when absent. */
                effective?: string;
                /** @description Units and grids: name of the edition. */
                edition?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description CSV (UTF-8), XLSX or GeoJSON, plain or `.zst`, at most 20 MB.
                     */
                    file: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    link_report: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkReport"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkTaken"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_lists: {
        parameters: {
            query?: {
                /** @description One of the three tiers (三级清单). */
                tier?: components["schemas"]["Tier"];
                /** @description One of the national three (三张清单); not together with `tier`. */
                national?: components["schemas"]["National"];
                /** @description What counts at this moment; now when absent. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    export_export: {
        parameters: {
            query?: {
                /** @description One of the three tiers (三级清单). */
                tier?: components["schemas"]["Tier"];
                /** @description One of the national three (三张清单); not together with `tier`. */
                national?: components["schemas"]["National"];
                /** @description What counts at this moment; now when absent. */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    lists_diff: {
        parameters: {
            query: {
                /** @description One of the three tiers. */
                tier?: components["schemas"]["Tier"];
                /** @description One of the national three; not together with `tier`. */
                national?: components["schemas"]["National"];
                /** @description The earlier moment. */
                from: string;
                /** @description The later moment; now when absent. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ListDifference"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    map_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_list: {
        parameters: {
            query?: {
                /** @description On this list only. */
                tier?: components["schemas"]["Tier"];
                /** @description Of this board only. */
                board?: components["schemas"]["Board"];
                /** @description In force at this moment; now when absent. */
                at?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Matter"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_suggest: {
        parameters: {
            query: {
                /** @description What was reported, in the reporter's words; at most 2,000 characters count. */
                text: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Suggestion"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_read: {
        parameters: {
            query?: {
                /** @description The version a case was filed under; the one in force when absent. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description Code of the matter, e.g. M-PF-01 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matter"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_diff: {
        parameters: {
            query?: {
                /** @description The older version; the one before `to` when absent. */
                from?: number;
                /** @description The newer version; the newest when absent. */
                to?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryDiff"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_versions: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Matter"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    matter_restore: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                code: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restored"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    me_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cover_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    cover_deputies: {
        parameters: {
            query: {
                /** @description The post, as one holds it. */
                holding: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeputyView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    me_looks: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EntryView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    me_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    me_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    me_set_views: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["View"][];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    notice_list: {
        parameters: {
            query?: {
                /** @description `true`: only what is still to be read or taken. */
                open?: boolean;
                /** @description `next` of the page before. */
                after?: string;
                /** @description 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_NoticeView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    notice_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Noted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    notice_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfflistRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_report: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfflistNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflistReceipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfflistCount"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_mine: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_OfflistRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflistSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_act: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfflistActRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflistReceipt"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    offlist_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfflistReveal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflistPerson"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    photo_list: {
        parameters: {
            query?: {
                /** @description Of this building. */
                building?: string;
                /** @description Within `west,south,east,north`, degrees WGS-84. */
                bbox?: string;
                /** @description Only of the point with this code. */
                point?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    photo_put: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotoNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoView"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    photo_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    photo_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    place_locate: {
        parameters: {
            query: {
                /** @description Longitude, degrees east. */
                lon: number;
                /** @description Latitude, degrees north. */
                lat: number;
                /** @description Datum of the point; `wgs84` when absent. */
                datum?: components["schemas"]["Datum"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocatedView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    place_search: {
        parameters: {
            query: {
                /** @description The name or a part of it, 2 to 60 characters. */
                q: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    point_list: {
        parameters: {
            query: {
                /** @description Within `west,south,east,north`, degrees WGS-84. */
                bbox: string;
                /** @description Only of this kind. */
                kind?: components["schemas"]["PointKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointRow"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    precedent_list: {
        parameters: {
            query?: {
                /** @description Only this matter. */
                matter?: string;
                /** @description Words that occur in question or reason. */
                q?: string;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Rows wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PrecedentRow"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    resident_reveal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Uncover"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Uncovered"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    roster_read: {
        parameters: {
            query: {
                /** @description The unit. */
                unit: string;
                /** @description From when; absent: now. */
                from?: string;
                /** @description Until when; absent: a day later. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    roster_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterNew"];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    routing_history: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RoutingVersion"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    routing_publish: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingVersion"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    routing_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingNew"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingPreview"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    routing_restore: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                n: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutingRestore"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutingVersion"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    session_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    session_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    session_close_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out everywhere */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    shift_list: {
        parameters: {
            query?: {
                /** @description The unit; that of the post being used when absent. */
                unit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Shift"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    shift_hand_over: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftNew"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    shift_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    case_similar: {
        parameters: {
            query: {
                /** @description Longitude, degrees east. */
                lon: number;
                /** @description Latitude, degrees north. */
                lat: number;
                /** @description Datum of the point; `wgs84` when absent. */
                datum?: components["schemas"]["Datum"];
                /** @description The matter in mind: such cases come first. */
                matter?: string;
                /** @description What is about to be reported: cases of the matters it may mean come next. */
                text?: string;
                /** @description Metres around the point, 50 to 300; 150 when absent. */
                radius?: number;
                /** @description Rows wanted, 1 to 5; 5 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Similar"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    stream_follow: {
        parameters: {
            query?: {
                /** @description Only what concerns this unit and what is below it; absent: all in scope. */
                unit?: string;
                /** @description The post to listen as: browsers cannot send `wangge-holding` with an event source. */
                holding?: string;
                /** @description Where to go on, when the header `Last-Event-ID` cannot be sent. */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    summary_read: {
        parameters: {
            query: {
                /** @description Code of the unit. */
                unit: string;
                /** @description The year, 2000 to 2999; this one when absent. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummarySheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    supporter_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Supporters"];
                };
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    trial_trial: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialNew"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialSheet"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_by_alias: {
        parameters: {
            query: {
                /** @description Whose grid it was, e.g. `cg`. */
                scheme: string;
                /** @description Its name there. */
                alias: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_search: {
        parameters: {
            query: {
                /** @description A name or part of one, 1 to 60 characters, or a whole code. */
                q: string;
                /** @description Only under this unit. */
                under?: string;
                /** @description Answers wanted, 1 to 100; 20 when absent. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_read: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_children: {
        parameters: {
            query?: {
                /** @description Only of this kind. */
                kind?: components["schemas"]["UnitKind"];
                /** @description `true`: ended ones too. */
                ended?: boolean;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_govern: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Govern"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_history: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    office_read: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeView"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    office_set: {
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
                "application/json": components["schemas"]["OfficeNew"];
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The body is not well-formed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not possible now: stale version, or the same key with another body */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description A type of content that is not taken */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    unit_posts: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostView"][];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    why_read: {
        parameters: {
            query: {
                /** @description Reference or log-in name of the account. */
                account: string;
                /** @description One of its posts; absent: all it holds now. */
                holding?: string;
                /** @description The case; absent: whether the posts carry the right at all. */
                case?: string;
                /** @description The right, e.g. `case.act`; `case.read` when absent. */
                verb?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Why"];
                };
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    tile_cases: {
        parameters: {
            query?: {
                /** @description Only this stage, e.g. `in_progress`. */
                state?: components["schemas"]["State"];
                /** @description Only this board, e.g. `MS`. */
                board?: components["schemas"]["Board"];
            };
            header?: never;
            path: {
                z: number;
                x: number;
                /** @description Row and `.mvt` */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": number[];
                };
            };
            /** @description No case here */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description As before */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    tile_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                z: number;
                x: number;
                /** @description Row and `.mvt` */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": number[];
                };
            };
            /** @description Nothing here */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description As before */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    tile_units: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The tag that /api/v1/map gave, or the edition alone */
                tag: string;
                z: number;
                x: number;
                /** @description Row and `.mvt` */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": number[];
                };
            };
            /** @description Nothing to draw */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description As before */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is logged in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description The post held may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description There is no such thing for this asker */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Wrong input, with the fields */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Too often */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Not done, try again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
}
