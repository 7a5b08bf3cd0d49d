package io.github.auraauth.adapter.directline;

import io.github.auraauth.players.directline.DirectLineMisbehaviour;
import io.github.auraauth.port.out.BotConversations;
import io.github.auraauth.testkit.BotConversationsContract;
import org.junit.jupiter.api.AfterEach;

class DirectLineConversationsTest implements BotConversationsContract {
    private final Played played = new Played(1, "first", "second");

    @AfterEach
    void close() {
        played.close();
    }

    @Override
    public BotConversations conversations() {
        return played.conversations;
    }

    @Override
    public BotConversations withoutSecret() {
        return played.withoutSecret;
    }

    @Override
    public Backend takeBackendAway() {
        played.player.close();
        return Backend.AWAY;
    }

    @Override
    public void fail() {
        played.player.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);
    }

    @Override
    public void fallSilent() {
        played.player.misbehave(DirectLineMisbehaviour.SILENCE);
    }

    @Override
    public void refuseSecrets() {
        played.player.refuse("first", 401, "Unauthorized");
        played.player.refuse("second", 403, "BadArgument");
    }

    @Override
    public void askForPause() {
        played.player.askForPauses("60");
        played.player.misbehave(DirectLineMisbehaviour.TOO_MANY_REQUESTS);
    }
}
