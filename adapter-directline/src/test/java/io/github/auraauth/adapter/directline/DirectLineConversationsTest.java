package io.github.auraauth.adapter.directline;

import io.github.auraauth.fakes.directline.DirectLineMisbehaviour;
import io.github.auraauth.port.out.bot.BotConversations;
import io.github.auraauth.testkit.bot.BotConversationsContract;
import org.junit.jupiter.api.AfterEach;

class DirectLineConversationsTest implements BotConversationsContract {
    private final DirectLineFixture fixture = new DirectLineFixture(1, "first", "second");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Override
    public BotConversations conversations() {
        return fixture.conversations;
    }

    @Override
    public BotConversations withoutSecret() {
        return fixture.withoutSecret;
    }

    @Override
    public Backend takeBackendAway() {
        fixture.fake.close();
        return Backend.AWAY;
    }

    @Override
    public void fail() {
        fixture.fake.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);
    }

    @Override
    public void fallSilent() {
        fixture.fake.misbehave(DirectLineMisbehaviour.SILENCE);
    }

    @Override
    public void refuseSecrets() {
        fixture.fake.refuse("first", 401, "Unauthorized");
        fixture.fake.refuse("second", 403, "BadArgument");
    }

    @Override
    public void askForPause() {
        fixture.fake.askForPauses("60");
        fixture.fake.misbehave(DirectLineMisbehaviour.TOO_MANY_REQUESTS);
    }
}
