/** The same keys as ../zh/admin.ts; a test compares them. */
export default {
  admin: {
    skip: 'Skip to content', comma: ', ', closed: 'not this post', requestId: 'Request', pickUnit: 'Choose a unit', typeUnit: 'Type a name or code',
    menu: { places: 'Places', people: 'People', rules: 'Rules', data: 'Data' },
    mayNot: { post: 'Your post ({role}) may not ', none: 'none', who: '. Who may: {roles}.', any: 'any post held', use: 'Use my post as {role}' },
    right: {
      'unit.read': 'see units', 'unit.admin': 'change units and grids', 'roster.keep': 'keep rosters', 'account.read': 'see accounts', 'account.admin': 'make or close accounts',
      'session.end': 'end the sessions of others', 'holding.grant': 'grant posts or end them', 'audit.read': 'read the audit trail', 'matter.publish': 'publish matters', 'import.run': 'import data',
    },
    role: {
      grid_worker_full: 'grid worker', volunteer: 'volunteer', village_admin: 'village admin', town_post_officer: 'town post officer', enterprise_officer: 'enterprise officer', mediator: 'mediator',
      law_officer: 'law-enforcement officer', legal_reviewer: 'legal reviewer', duty_officer: 'duty officer', commander: 'commander', department_handler: 'department handler', dispatcher_district: 'district dispatcher',
      dispatcher_city: 'city dispatcher', list_officer: 'list officer', system_admin: 'system administrator', security_admin: 'security administrator', auditor: 'auditor', integrator: 'integrator',
    },
    capacity: { holder: 'holder', deputy: 'deputy', acting: 'acting' },
    capacityNote: { holder: 'holds the post', deputy: 'stands in when the holder is away', acting: 'keeps a vacant post' },
    phase: { now: 'in post', later: 'not yet', over: 'left' },
    staffed: { '24h': 'round the clock', day: 'by day', on_call: 'on call' },
    unitKind: { city: 'City', district: 'District', zone: 'Zone', town: 'Town', village: 'Community', grid: 'Grid', department: 'Department', team: 'Team' },
    scheme: { cg: 'urban management grid', xf: 'fire grid', gg: 'public order grid', ga: 'police grid', zz: 'public safety grid' },
    lineage: { split: 'split', merge: 'merged' },
    post: { code: 'Code', name: 'Post', role: 'Role', board: 'Board', staffed: 'Staffed', deputy: 'Stands in', apart: 'Must be apart from', from: 'Formed from' },
    units: {
      title: 'Units', lead: 'City, districts, towns, communities, grids and departments: who governs whom, which posts there are, who is on duty, where it comes from.',
      tree: 'Tree of units', find: 'Find by name or code', notFound: 'Nothing found for “{q}”. Grids are found by their whole code.', path: 'Units above', ended: 'ended {at}',
      toGrids: 'See grids', toAccounts: 'See accounts', govern: 'Change governing parent', parent: 'Governing parent', top: 'top level', statParent: 'Statistical parent', statNote: 'code unchanged',
      home: 'Home shard', children: 'Units below', households: 'Households', people: 'People', since: 'In use since', posts: 'Posts', roster: 'Roster', office: 'Office hours', history: 'History',
      noPosts: 'Units of this kind have no posts. The system administrator keeps the table of posts under Imports.', noHistory: 'No old grids were merged into it, and it was never split or merged.', aliases: 'Old line grids in it (one grid)', lineage: 'Splits and merges',
    },
    govern: {
      title: 'Governing parent of {unit}', parent: 'New governing parent (district or zone)', from: '{unit}: from {old} to {next}', now: 'It counts from now on; open cases are dispatched and escalated by the new way up.',
      stays: 'Home shard ({district}) and statistical code stay.', filed: 'Cases keep the area they were filed under.', apply: 'Change it',
    },
    roster: {
      before: 'Week before', after: 'Week after', today: 'This week', copy: 'As last week', drop: 'Drop changes', save: 'Save roster', unsaved: 'not saved', gap: 'Nobody on duty: {when}', doubled: '{name} has two duties at once',
      nobody: 'nobody holds this post', wholeWeek: 'all week', vacant: 'Also posts that nobody holds ({n})', gone: 'somebody who left', remove: 'Remove {name} on {day}', add: 'Add a duty for {post} on {day}', note: 'Red and orange cases ring only for those on duty; where there is no roster, everybody in post is told.',
      who: 'On duty', choose: 'Choose', usual: 'Usual duties', from: 'From', to: 'To', nextDay: 'Ends on the next day', put: 'Add', span: { day: 'Day', night: 'Night', office: 'Office hours', whole: 'Whole day' },
    },
    accounts: {
      title: 'Accounts and posts', lead: 'Who has an account, who holds which post. Rights hang on posts, never on persons.', new: 'New account', unit: 'Unit', unitNote: 'People at home in this unit, or holding one of its posts.',
      none: '{unit} has no accounts yet. The system administrator makes accounts, the security administrator grants posts.', called: 'Called', home: 'Home unit', posts: 'Posts', later: 'not yet', noPost: 'no post',
      noPostLong: 'No post: after logging in there is nothing to see or do. Ask the security administrator to grant one.', openEnd: 'open', seconded: 'seconded by {unit}', leave: 'End', grant: 'Grant a post',
      closeAccount: 'Close account', self: 'This is your own account: posts and closing are for somebody else.', hands: 'Three hands: the system administrator makes accounts, the security administrator grants posts, the auditor looks at both; nobody is two of them.', ref: 'Reference',
    },
    newAccount: {
      title: 'New account', called: 'Called', calledHint: 'as colleagues see it, e.g. 何网格员', login: 'Login name', loginHint: '2 to 64 of a-z 0-9 . _ - {\'@\'}', home: 'Home unit',
      name: 'Real name', phone: 'Phone', sealed: 'Name and phone are kept sealed; they are uncovered only for a reason that is kept.', make: 'Make account',
    },
    once: { title: 'One-time password for {called}', password: 'Password', warn: 'It is shown only now and kept nowhere. Tell it to the person face to face or by telephone; it is to be changed at the first log-in.', copy: 'Copy', written: 'Noted, close' },
    grant: {
      title: 'Grant a post to {called}', unit: 'Unit', post: 'Post', choose: 'Choose a post', follows: 'Role: {role}; board: {board} (both follow from the post)', apart: 'Three hands: system, security and audit administration exclude each other and every other post. This person cannot hold this post.',
      capacity: 'Held as', starts: 'From', startsHint: 'empty: now', ends: 'Until', endsHint: 'empty: open', backwards: 'It must end after it starts', seconded: 'Seconded (keeps the home unit)', from: 'Sent by', do: 'Grant',
    },
    leave: {
      title: '{called} leaves {post}', stay: '{names} stay in this post and carry on with what is open.', alone: 'Nobody is left in this post. If work is open, a successor has to be named.', successor: 'Successor', none: 'nobody',
      acting: 'The successor takes the post, and its open work, as acting.', session: 'It counts at once: pages opened by this post close within seconds.', do: 'End this post',
    },
    closeAccount: { title: 'Close the account of {called}', held: 'Posts are still held: {posts}. The security administrator hands them over first.', words: 'Nobody can log in with it any more and all its sessions end. What was done stays on record. Closing cannot be undone.', do: 'Close account' },
    stage: { verify: 'Verify', dispatch: 'Dispatch', report_in: 'Report in', handle: 'Handle', check: 'Check' },
    span: { min: '{n} min', h: '{n} h', wh: '{n} working hours', wd: '{n} working days', cd: '{n} days' },
    tier: { grid: 'grid list', village: 'village list', town: 'town list' },
    matterKind: { event: 'event', component: 'component', duty: 'duty', service: 'service', visit: 'visit', project: 'project', dispute: 'dispute', alert: 'alert', idea: 'idea', list: 'list affair' },
    urgency: { ordinary: 'ordinary', urgent: 'urgent', emergency: 'emergency' },
    privacy: { open: 'open', masked: 'masked', sealed: 'sealed' },
    evidence: { none: 'none', text: 'a sentence', photo_after: 'a photo afterwards', document: 'a document' },
    cadence: { daily: 'daily', weekly: 'weekly', monthly: 'monthly', quarterly: 'quarterly' },
    answer: { one: 'one of', many: 'some of', string: 'text', boolean: 'yes or no', integer: 'number', number: 'number', array: 'several' },
    matter: {
      code: 'Code', name_zh: 'Name in Chinese', name_en: 'Name in English', kind: 'Kind', tier: 'List', level: 'Handled at', board: 'Board', urgency: 'Urgency', privacy: 'Shown to others', heading: '6+1 heading', cadence: 'Cadence',
      lead_post: 'Leading post', assist_posts: 'Assisting posts', lead_department: 'Leading department', assist_departments: 'Assisting departments', filing_zh: 'Filed when (Chinese)', filing_en: 'Filed when', closing_zh: 'Closed when (Chinese)', closing_en: 'Closed when',
      nothing_found: '“Nothing found” is a result', evidence: 'Most evidence demanded', minutes: 'Estimated time', basis: 'Basis', source: 'Source',
    },
    matters: {
      title: 'Matters', lead: 'Who handles what, by when, and what closes it. A change is a new version; cases keep the version they were filed under.', list: 'List of matters', find: 'Find by name or code', tier: 'List', allTiers: 'All lists', allBoards: 'All boards',
      count: '{n} of {all}', none: 'The catalogue is empty. The system administrator loads it under Imports.', noMatch: 'No matter fits; loosen the filters.', gone: 'No matter {code} is in force.', version: 'Version {n}', since: 'since {at}',
      now: 'In force', versions: 'Versions', limits: 'Limits', limit: 'Limit:', noClock: 'no clock', nothingYes: 'yes, equal to a finding', minutes: 'about {n} min (estimate)', filing: 'Filed when', closing: 'Closed when', questions: 'Questions to the reporter', noQuestions: 'No further questions.',
      inForce: 'in force', oneVersion: 'There is one version only, nothing to compare.', compare: 'Compare', with: 'with', onlyChanged: 'Only what differs', changed: '{n} differences', line: 'What', differs: 'changed', same: 'Both versions say the same.',
    },
    precedents: {
      title: 'Precedents', lead: 'How disputed responsibility was ruled on before, and why. To compare with, not to decide for you.', words: 'Words in the question or reason', matter: 'Matter', none: 'No rulings yet. When a department disputes responsibility and a higher level rules, it is kept here.', noMatch: 'No precedent fits; try other words.', to: 'Ruled',
    },
    audit: {
      title: 'Audit', lead: 'Who logged in, who looked at what, who granted what. The records are chained: they only grow.', district: 'Home shard', city: 'City (of no district)', subject: 'Reference of an object or a person', subjectHint: 'e.g. 500107.0198… (of an account or case)', kinds: 'Kinds', none: 'No records.', noneOfKind: 'None of this kind among those loaded; load older ones.',
      shown: '{all} loaded, {n} of the kind chosen', n: 'No.', at: 'When', what: 'What', by: 'By', to: 'To', facts: 'Facts', only: 'Only what concerns this', older: 'Older records', setup: 'set-up', nobody: 'not logged in',
      group: { all: 'All', looked: 'Who looked', posts: 'Accounts and posts', sessions: 'Sessions', tables: 'Imports' },
      kind: {
        session_opened: 'logged in', session_failed: 'log-in failed', session_closed: 'logged out', password_changed: 'password changed', account_created: 'account made', account_closed: 'account closed', holding_granted: 'post granted', holding_ended: 'post left',
        data_revealed: 'personal data uncovered', data_exported: 'exported', data_erased: 'erased', table_imported: 'imported', edition_activated: 'edition in force',
      },
    },
  },
}
