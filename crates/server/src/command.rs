//! What each subcommand does, apart from what it says: one function a command.

use std::process::ExitCode;

use wangge_base::Clock;
use wangge_store::{Db, Stmt};

use crate::{
    backup, check,
    cli::{Cli, Command, VerifyArgs},
    config::{self, Config},
    first,
    house::{self, House},
    logging, stop,
    trouble::{Doing, Outcome},
    user, verify,
};

/// Does what the command line asks; the code is that of the process.
///
/// # Errors
/// What kept it from being done, in words for the operator.
pub async fn run(cli: Cli) -> Outcome<ExitCode> {
    if let Command::Config { example } = cli.command {
        print!("{}", if example { config::example() } else { config::in_force(cli.config.as_deref())? });
        return Ok(ExitCode::SUCCESS);
    }
    let mut config = Config::load(cli.config.as_deref())?;
    if !matches!(cli.command, Command::Serve) && config.log.level == "info" {
        // A command talks to a person on standard output; the log speaks up when something is wrong.
        "warn".clone_into(&mut config.log.level);
    }
    logging::start(&config.log)?;
    match cli.command {
        Command::Serve => serve(config).await,
        Command::Migrate => migrate(&config).await,
        Command::Demo(args) => crate::demo::run(config, args).await,
        Command::Import(args) => crate::import::run(config, args).await,
        Command::Export(args) => crate::export::run(config, args).await,
        Command::Verify(args) => verify_all(config, args).await,
        Command::Backup { dir } => {
            let db = house::open_database(&config, Clock::system())?;
            println!("{}", backup::backup(&config, &db, &dir).await?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Restore { dir } => {
            println!("{}", backup::restore(&config, &dir)?);
            Ok(ExitCode::SUCCESS)
        }
        Command::User(what) => {
            let house = House::open(config, Clock::system()).await?;
            println!("{}", user::run(&house, what).await?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Check => checked(&config).await,
        Command::Config { .. } => Ok(ExitCode::SUCCESS),
    }
}

async fn serve(config: Config) -> Outcome<ExitCode> {
    let (running, made) = house::start(config, Clock::system()).await?;
    println!("网格 wangge {}: {}", env!("CARGO_PKG_VERSION"), running.url);
    print!("{}", first::words(&made));
    stop::asked().await;
    running.stop().await;
    Ok(ExitCode::SUCCESS)
}

async fn migrate(config: &Config) -> Outcome<ExitCode> {
    let db = house::open_database(config, Clock::system())?;
    let ran = db.migrate(&house::migrations()).await.doing("migrating the database")?;
    println!("执行了 {ran} 项升级 · {ran} migrations ran");
    Ok(ExitCode::SUCCESS)
}

async fn verify_all(config: Config, args: VerifyArgs) -> Outcome<ExitCode> {
    let db = house::open_database(&config, Clock::system())?;
    let districts = match &args.district {
        Some(one) => vec![verify::named(one).doing("reading --district")?],
        None => verify::districts(&db).await.doing("listing the districts")?,
    };
    let mut found = verify::verify(&db, districts.clone()).await.doing("reading the chains")?;
    let zone = &config.city.time_zone;
    verify::duties(&db, &districts, zone, &mut found).await.doing("working closed days out anew")?;
    print!("{}", found.words());
    Ok(if found.broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn checked(config: &Config) -> Outcome<ExitCode> {
    let mut found = check::offline(config);
    if !config.on_postgres() && !config.database_file().exists() {
        let text = format!("database: {} will be made at first start", config.database_file().display());
        found.push(check::Finding { weight: check::Weight::Good, text });
        let (words, wrong) = check::words(&found);
        print!("{words}");
        return Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS });
    }
    match house::open_database(config, Clock::system()) {
        Ok(db) => found.extend(check::online(&db, pending(&db).await).await),
        Err(trouble) => {
            found.push(check::Finding { weight: check::Weight::Wrong, text: trouble.to_string() })
        }
    }
    let (words, wrong) = check::words(&found);
    print!("{words}");
    Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// How many migrations wait.
async fn pending(db: &Db) -> wangge_store::Result<usize> {
    const RAN: Stmt = Stmt::new("migration.count", "SELECT count(*) FROM migration");
    let known = house::migrations().len() + 1;
    // Before the first migration there is no such table.
    let ran = db.read(|r| r.one(&RAN, &[], |row| row.int(0))).await.unwrap_or(0);
    Ok(known.saturating_sub(usize::try_from(ran).unwrap_or(0)))
}
