package io.github.auraauth.adapter.directline;

import io.github.auraauth.fakes.directline.DirectLineMisbehaviour;
import io.github.auraauth.port.out.bot.BotConversations;
import io.github.auraauth.testkit.bot.BotConversationsContract;
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
        played.fake.close();
        return Backend.AWAY;
    }

    @Override
    public void fail() {
        played.fake.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);
    }

    @Override
    public void fallSilent() {
        played.fake.misbehave(DirectLineMisbehaviour.SILENCE);
    }

    @Override
    public void refuseSecrets() {
        played.fake.refuse("first", 401, "Unauthorized");
        played.fake.refuse("second", 403, "BadArgument");
    }

    @Override
    public void askForPause() {
        played.fake.askForPauses("60");
        played.fake.misbehave(DirectLineMisbehaviour.TOO_MANY_REQUESTS);
    }
}
