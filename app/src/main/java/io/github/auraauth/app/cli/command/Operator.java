package io.github.auraauth.app.cli.command;

import io.github.auraauth.domain.account.Actor;

/** The operator who types the commands, for the registry's {@code createdBy} and the audit trail. */
public final class Operator {
    private static final String UNKNOWN = "command line";
    private static final int LONGEST = 64;

    private Operator() {}

    /** The command line in their hands. */
    public static Actor actor(ProcessContext context) {
        return Actor.commandLine(of(context));
    }

    /** The account's name where the system gives a plain one: by its environment, which cron and containers lack, or itself. */
    public static String of(ProcessContext context) {
        String name = context.environment().getOrDefault("USER", System.getProperty("user.name", ""));
        return name.matches("[A-Za-z0-9._@-]{1," + LONGEST + "}") ? name : UNKNOWN;
    }
}
