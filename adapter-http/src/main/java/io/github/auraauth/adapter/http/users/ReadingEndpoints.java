package io.github.auraauth.adapter.http.users;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.in.user.Users;
import java.util.Map;
import java.util.Optional;

/** The operations that read users. */
public final class ReadingEndpoints {
    private static final String CHANNEL_ID = "x-4p-channel-id";

    private final Users users;

    public ReadingEndpoints(Users users) {
        this.users = users;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("readUser", this::readUser, "findNewestUser", this::findNewestUser);
    }

    private Endpoint.Action readUser(Inputs inputs) {
        AuraId auraId = inputs.required("auraId", AuraId::parse);
        boolean withIdTokenHint = inputs.text("include").isPresent();
        Optional<ChannelId> anonymousIn =
                inputs.text("return-anonymous").filter("true"::equals).isPresent()
                        ? Optional.of(inputs.required(CHANNEL_ID, ChannelId::parse))
                        : Optional.empty();
        return deadline -> {
            Optional<User> user =
                    withIdTokenHint ? users.readWithIdTokenHint(auraId, deadline) : users.read(auraId, deadline);
            return user.map(found -> Answer.json(200, UserJson.of(found, withIdTokenHint)))
                    .or(() -> anonymousIn.map(channelId -> anonymous(auraId, channelId)))
                    .orElseGet(ErrorCode.USER_NOT_FOUND::answer);
        };
    }

    private Answer anonymous(AuraId auraId, ChannelId channelId) {
        return Answer.json(200, UserJson.of(users.identifyAnonymous(auraId, channelId)));
    }

    private Endpoint.Action findNewestUser(Inputs inputs) {
        AuraGlobalId globalId = inputs.required("aura_id_global", AuraGlobalId::parse);
        ChannelId channelId = inputs.required(CHANNEL_ID, ChannelId::parse);
        return deadline -> users.findNewest(globalId, channelId, deadline)
                .map(auraId -> Answer.json(200, UserJson.of(auraId)))
                .orElseGet(ErrorCode.USER_NOT_FOUND::answer);
    }
}
