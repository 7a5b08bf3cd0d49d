package io.github.auraauth.app.cli;

import io.github.auraauth.domain.user.AuraId;

/** What the commands on stored users share. */
abstract class UserCommand extends StoreCommand {
    UserCommand(Surroundings surroundings) {
        super(surroundings);
    }

    final int notFound() {
        say("no such user");
        return ExitStatus.REFUSED;
    }

    final AuraId auraId(String text) {
        return AuraId.parse(text).orElseThrow(() -> wrong("this is no auraId"));
    }
}
