package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** The commands of {@code aura group}, and what they show of a group. */
public final class GroupCommands {
    private GroupCommands() {}

    /** Adds them to their group of commands and returns that. */
    public static CommandLine addTo(CommandLine group, ProcessContext context) {
        return group.addSubcommand(new GroupCreateCommand(context))
                .addSubcommand(new GroupListCommand(context))
                .addSubcommand(new GroupShowCommand(context))
                .addSubcommand(new GroupRightsCommand.Grant(context))
                .addSubcommand(new GroupRightsCommand.Revoke(context))
                .addSubcommand(new GroupDeleteCommand(context));
    }

    /** With the names of the API. */
    static Map<String, Object> view(Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", group.id().value());
        members.put("name", group.name().value());
        members.put(
                "permissions",
                group.permissions().stream().sorted().map(Permission::codeName).toList());
        return members;
    }

    static String text(Group group, boolean line) {
        return line ? JsonPrinter.line(view(group)) : JsonPrinter.indented(view(group));
    }
}
