package io.github.auraauth.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands that only hold others: called alone, they show what there is. */
final class CommandGroups {
    private CommandGroups() {}

    /** Shows its usage as an error. */
    abstract static class Group implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
        }
    }

    @Command(
            name = "aura",
            description = "The authentication service of a virtual assistant.",
            mixinStandardHelpOptions = true)
    static final class Aura extends Group {}

    @Command(
            name = "account",
            description = "Makes, shows, changes and imports accounts.",
            mixinStandardHelpOptions = true)
    static final class Account extends Group {}

    @Command(name = "group", description = "Makes, shows and changes groups.", mixinStandardHelpOptions = true)
    static final class AccountGroup extends Group {}

    @Command(
            name = "permission",
            description = "Shows, makes known and forgets permissions.",
            mixinStandardHelpOptions = true)
    static final class Permission extends Group {}

    @Command(name = "token", description = "Makes, lists and revokes auth tokens.", mixinStandardHelpOptions = true)
    static final class Token extends Group {}

    @Command(
            name = "oidc",
            description = "Registers clients of the OpenID provider, and makes its keys.",
            mixinStandardHelpOptions = true)
    static final class Oidc extends Group {}

    @Command(name = "apikey", description = "Makes, reads, lists and ends APIKeys.", mixinStandardHelpOptions = true)
    static final class ApiKey extends Group {}

    @Command(name = "audit", description = "Verifies and exports the audit trail.", mixinStandardHelpOptions = true)
    static final class Audit extends Group {}

    @Command(name = "config", description = "Shows the configuration.", mixinStandardHelpOptions = true)
    static final class Config extends Group {}

    @Command(name = "secrets", description = "Changes what is stored enciphered.", mixinStandardHelpOptions = true)
    static final class Secrets extends Group {}

    @Command(name = "state", description = "Makes states of logins and logouts.", mixinStandardHelpOptions = true)
    static final class State extends Group {}

    @Command(name = "terms", description = "Looks into terms and conditions.", mixinStandardHelpOptions = true)
    static final class Terms extends Group {}

    @Command(name = "users", description = "Shows and removes stored users.", mixinStandardHelpOptions = true)
    static final class Users extends Group {}
}
