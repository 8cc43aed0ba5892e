//! The table of settings: what docs/config.md and the example file are written from.

/// One setting: where it is written and what it means.
pub struct Setting {
    /// Key in the file, `section.name`.
    pub key: &'static str,
    /// Default as TOML; also decides the type.
    pub default: &'static str,
    /// Meaning and unit, Chinese.
    pub zh: &'static str,
    /// Meaning and unit, English.
    pub en: &'static str,
}

impl Setting {
    /// The variable that overrides the file. Two have the names that everybody uses.
    pub fn variable(&self) -> String {
        match self.key {
            "database.url" => "DATABASE_URL".to_owned(),
            "bus.url" => "BUS_URL".to_owned(),
            key => format!("WANGGE_{}", key.replace('.', "_").to_uppercase()),
        }
    }
    /// Whether the value may not be printed.
    pub fn is_secret(&self) -> bool {
        matches!(self.key, "database.url" | "bus.url")
    }
}

const fn setting(key: &'static str, default: &'static str, zh: &'static str, en: &'static str) -> Setting {
    Setting { key, default, zh, en }
}

/// Every setting, in the order of the reference.
pub const SETTINGS: &[Setting] = &[
    setting(
        "dir",
        r#""work""#,
        "本节点存放数据的目录:内嵌数据库、密钥、文件",
        "where this node keeps its things: embedded database, keys, files; relative paths below start here",
    ),
    setting(
        "city.code",
        r#""50""#,
        "城市代码",
        "code of the city: two digits of a municipality, or four of a prefecture",
    ),
    setting("city.name", r#""重庆市""#, "城市名称", "name of the city in Chinese, shown on every screen"),
    setting("city.name_en", r#""Chongqing""#, "城市英文名", "name of the city in English"),
    setting(
        "city.time_zone",
        r#""Asia/Shanghai""#,
        "时区(IANA 名称)",
        "IANA time zone of offices and deadlines",
    ),
    setting(
        "city.data",
        r#""data/city/50""#,
        "城市配置与数据来源目录(相对当前目录)",
        "configuration and sources of the city (relative to the working directory)",
    ),
    setting(
        "city.grid_households",
        r#""50-800""#,
        "一个网格的户数范围,超出时导入给出提示(不拒绝)",
        "fewest and most households of a grid; outside of it an import gives a hint, never a refusal",
    ),
    setting(
        "city.grid_people",
        r#""100-3000""#,
        "一个网格的人口范围,超出时导入给出提示(不拒绝)",
        "fewest and most people of a grid; likewise a hint",
    ),
    setting(
        "server.listen",
        r#""127.0.0.1:8310""#,
        "监听地址",
        "address and port to listen on; port 0 picks one",
    ),
    setting(
        "server.public_url",
        r#""""#,
        "对外网址;https 时会话 Cookie 标记 Secure;留空即 http://监听地址",
        "address as people see it; with https the session cookie is Secure; empty: http:// and server.listen",
    ),
    setting("server.body_kib", "256", "请求体上限(KiB),文件除外", "largest body in KiB, files aside"),
    setting("server.file_mib", "20", "单个文件上限(MiB)", "largest uploaded file in MiB"),
    setting(
        "server.request_seconds",
        "30",
        "单个请求最长时间(秒),推送流除外",
        "longest time for one request in seconds, streams aside",
    ),
    setting(
        "server.trusted_proxies",
        "[]",
        "可信反向代理网段,采信其 X-Forwarded-For",
        "networks of the proxies whose X-Forwarded-For is believed, e.g. [\"10.0.0.0/8\"]; variable: with commas",
    ),
    setting(
        "server.drain_seconds",
        "10",
        "停机时等待在途请求的秒数",
        "seconds given to running requests at shutdown",
    ),
    setting(
        "server.ui_dir",
        r#""""#,
        "界面文件目录(开发用,如 ui/dist);留空使用程序内置的界面",
        "directory of built screens, e.g. ui/dist while working on them; empty: those inside the binary",
    ),
    setting(
        "rate.anonymous_writes",
        "20",
        "每个来源地址每分钟匿名上报次数",
        "anonymous reports, additions and uploads per minute and source address",
    ),
    setting(
        "rate.anonymous_reads",
        "240",
        "每个来源地址每分钟匿名查询次数",
        "anonymous looks at a case by its token per minute and source address",
    ),
    setting("rate.logins", "30", "每个来源地址每分钟登录次数", "log-ins tried per minute and source address"),
    setting(
        "limit.verify",
        r#""4wh""#,
        "核实时限(事项未规定时;示例)",
        "verification on site, where a matter states none (example)",
    ),
    setting("limit.dispatch", r#""2wh""#, "立案与派遣时限(示例)", "filing and dispatching (example)"),
    setting("limit.report_in", r#""4wh""#, "报到时限(示例)", "reporting in (example)"),
    setting("limit.handle", r#""7wd""#, "处理时限(示例)", "handling (example)"),
    setting("limit.check", r#""1wd""#, "核查时限(示例)", "checking by another person (example)"),
    setting(
        "limit.close",
        r#""1wd""#,
        "结案与审批时限(示例)",
        "closing, and decisions on requests (example)",
    ),
    setting(
        "limit.climb",
        r#""1wd""#,
        "超时后上一级介入(示例)",
        "overdue until the next level steps in (example)",
    ),
    setting(
        "limit.climb_urgent",
        r#""30min""#,
        "红、橙件的上一级介入(示例)",
        "the same for red and orange tickets (example)",
    ),
    setting("session.idle_hours", "12", "会话闲置多少小时后失效", "hours a session lives without being used"),
    setting("session.days", "7", "会话最长天数", "days a session lives at most"),
    setting(
        "map.note_zh",
        r#""示意""#,
        "地图边界旁必须注明的文字;边界为法定数据时可留空",
        "what must stand beside the outlines on the map, Chinese; empty where they are official",
    ),
    setting("map.note_en", r#""schematic""#, "同上,英文", "the same in English"),
    setting(
        "map.tianditu_key",
        r#""""#,
        "天地图浏览器端密钥;填写后用作底图",
        "browser key of the official map service 天地图; with one it lies below our map",
    ),
    setting(
        "map.pmtiles",
        r#""""#,
        "自备底图文件(PMTiles),无外网时使用",
        "a PMTiles file of your own as base map, for networks without the outside",
    ),
    setting(
        "map.imagery",
        r#""""#,
        "影像瓦片地址(https,含 {z}{x}{y})",
        "raster tiles of images: an https address with {z}, {x} and {y}",
    ),
    setting(
        "map.attribution",
        r#""""#,
        "自备底图或影像的出处说明",
        "whom to name for the PMTiles file or the images",
    ),
    setting(
        "database.url",
        r#""""#,
        "PostgreSQL 地址,可写多个主机;留空使用内嵌 SQLite",
        "PostgreSQL, several hosts allowed: postgres://user:password@a,b/wangge; empty: embedded SQLite in dir",
    ),
    setting(
        "database.writers",
        "8",
        "PostgreSQL 写连接数(SQLite 恒为 1)",
        "PostgreSQL connections for writing (SQLite always has one)",
    ),
    setting("database.readers", "4", "读线程数", "threads that read, each with its connection"),
    setting(
        "database.statement_ms",
        "5000",
        "PostgreSQL 单条语句超时(毫秒)",
        "longest time for one statement on PostgreSQL, in milliseconds",
    ),
    setting(
        "bus.url",
        r#""""#,
        "消息总线(本版本未使用)",
        "message bus; not used by this release: polling suffices",
    ),
    setting(
        "files.shared",
        "false",
        "文件目录(dir/files)是否为各节点共享",
        "says that dir/files is one directory that all nodes share; `wangge check` asks for it with PostgreSQL",
    ),
    setting(
        "keys.file",
        r#""keys.toml""#,
        "密钥文件(首次启动生成,权限 0600)",
        "keys of sealed columns, made at first start with mode 0600; back it up apart from the database",
    ),
    setting(
        "jobs.enabled",
        "true",
        "本节点是否执行后台任务",
        "whether this node runs background work (deadlines, notices, clean-up)",
    ),
    setting("jobs.every_ms", "1000", "后台任务轮询间隔(毫秒)", "pause between two rounds of background work"),
    setting(
        "log.level",
        r#""info""#,
        "日志级别,可按模块:info,wangge_store=debug",
        "log level, also per module: info,wangge_store=debug",
    ),
    setting("log.format", r#""text""#, "日志格式:text 或 json", "text for people, json for collectors"),
    setting(
        "demo.on",
        "false",
        "演示模式:所有页面与导出标注“演示数据”",
        "demo mode: every screen and export says 演示数据; set by `wangge demo`",
    ),
];
