//! The command line: what `wangge --help` shows.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// 网格 · grassroots governance of one city: report, dispatch, handle, check, close.
#[derive(Parser, Debug)]
#[command(
    name = "wangge",
    version,
    about = "网格:基层治理闭环系统 · closed-loop grassroots governance of one city",
    after_help = "示例 · examples:\n  wangge demo                 演示城市与模拟的一天 · demo city and a simulated day\n  \
                  wangge serve                启动服务 · serve the city of wangge.toml\n  \
                  wangge import units U.csv   导入单位 · load units\n  \
                  wangge verify               核验时间线与审计链 · prove that no history was changed\n\n\
                  设置 · settings: docs/config.md or `wangge config --example`"
)]
pub struct Cli {
    /// 配置文件 · configuration file (default: WANGGE_CONFIG, then ./wangge.toml if it is there)
    #[arg(long, short, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// 启动服务 · serve the city until SIGTERM or Ctrl-C; migrates first
    Serve,
    /// 升级数据库结构 · bring the schema up to this version; safe when two nodes start at once
    Migrate,
    /// 演示:生成演示城市并模拟一天 · make the demo city, serve it, live a day in it
    Demo(DemoArgs),
    /// 导入数据,逐行报告错误 · load a file; every bad row is named, nothing is half loaded
    Import(ImportArgs),
    /// 导出数据 · write what is stored as a file
    Export(ExportArgs),
    /// 核验所有时间线与审计链 · check every timeline and audit chain; exit 1 when a row is broken
    Verify(VerifyArgs),
    /// 备份:先数据库后文件 · copy database, then files, into a new directory; keys stay apart
    Backup {
        /// 目标目录(须不存在或为空) · directory to make
        dir: PathBuf,
    },
    /// 恢复备份 · bring a backup back into an empty installation
    Restore {
        /// 备份目录 · directory made by `backup`
        dir: PathBuf,
    },
    /// 账号管理 · add a person, set a password, lock or unlock
    #[command(subcommand)]
    User(UserCommand),
    /// 检查配置、密钥、数据库、时钟、文件目录 · say what is wrong with this installation
    Check,
    /// 显示生效的设置 · print the settings in force (secrets hidden)
    Config {
        /// 输出带注释的默认配置 · print a commented wangge.toml with every default instead
        #[arg(long)]
        example: bool,
    },
}

/// `wangge demo`
#[derive(Args, Debug)]
pub struct DemoArgs {
    /// 只走一件事并打印时间线,最后核验 · run one case through HTTP, print its timeline, verify, stop
    #[arg(long)]
    pub once: bool,
    /// 模拟速度:每秒相当于多少秒 · simulated seconds per second
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub speed: u32,
    /// 随机种子,同种子同一天 · same seed, same day
    #[arg(long, default_value_t = 141)]
    pub seed: u64,
    /// 监听端口,0 为任选 · port on 127.0.0.1
    #[arg(long, default_value_t = 8310)]
    pub port: u16,
    /// 演示数据目录 · where the demo city is kept
    #[arg(long, default_value = "work/demo")]
    pub dir: PathBuf,
    /// 重新开始,删除原有演示数据 · throw the demo city of --dir away and begin anew
    #[arg(long)]
    pub fresh: bool,
    /// 只提供服务,不模拟 · serve the city without the simulated day
    #[arg(long, conflicts_with = "once")]
    pub quiet: bool,
}

/// What `import` and `export` know.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// 单位:城市、区县、镇街、村社区、部门
    Units,
    /// 网格(GeoJSON,按版次启用)
    Grids,
    /// 事项清单
    Matters,
    /// 账号与任职
    Accounts,
    /// 节假日与调休
    Calendar,
    /// 办公时间
    Office,
    /// 岗位
    Posts,
    /// 水面(GeoJSON,整体替换)
    Water,
    /// 楼栋(CSV、XLSX、GeoJSON)
    Buildings,
    /// 点位:消防通道、消火栓、避难场所等
    Points,
    /// 住户(一标三实,CSV、XLSX)
    Residents,
    /// 任务对象:独居老人、消防通道、商铺、学校等
    Objects,
}

/// `wangge import`
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// 数据种类 · kind of data
    pub what: What,
    /// CSV、XLSX、GeoJSON 文件(.zst 亦可) · file
    pub file: PathBuf,
    /// 只检查不写入 · check everything, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// 生效日期(事项),缺省为现在 · matters count from this date on, e.g. 2027-01-01; now when absent
    #[arg(long, value_name = "DATE")]
    pub effective: Option<String>,
    /// 版次名称(单位、网格) · name of the edition of units or grids
    #[arg(long, value_name = "NAME")]
    pub edition: Option<String>,
    /// 另将错误行写成CSV · write the report of bad rows as CSV too
    #[arg(long, value_name = "PATH")]
    pub report: Option<PathBuf>,
}

/// `wangge export`
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// 数据种类 · kind of data
    pub what: What,
    /// 输出文件,扩展名决定格式 · file to write; its extension decides the format
    pub file: PathBuf,
}

/// `wangge verify`
#[derive(Args, Debug)]
pub struct VerifyArgs {
    /// 只核验一个区县 · only this home district
    #[arg(long)]
    pub district: Option<String>,
}

/// `wangge user`
#[derive(Subcommand, Debug)]
pub enum UserCommand {
    /// 新增账号,打印一次随机密码 · add a person; a random password is printed once
    Add {
        /// 登录名 · log-in name
        name: String,
        /// 同事看到的称呼 · how colleagues name the person, e.g. 何网格员
        #[arg(long)]
        called: String,
        /// 任职单位代码 · unit of the post
        #[arg(long)]
        unit: String,
        /// 岗位代码 · post
        #[arg(long)]
        post: String,
        /// 角色 · what the post is for, e.g. grid_worker
        #[arg(long)]
        role: String,
        /// 板块 · board: CENTRE DJ JJ MS PF
        #[arg(long, default_value = "CENTRE")]
        board: String,
    },
    /// 重置密码,打印一次,退出所有会话 · set a new random password; ends all sessions
    Password {
        /// 登录名 · log-in name
        name: String,
    },
    /// 锁定账号,退出所有会话 · lock the account; ends all sessions; `password` opens it again
    Lock {
        /// 登录名 · log-in name
        name: String,
    },
}
