package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.user.FindNewestUser;
import io.github.auraauth.port.in.user.IdentifyAnonymousUser;
import io.github.auraauth.port.in.user.ReadUser;
import java.util.Map;
import java.util.Optional;

/** The operations that read users. */
public final class ReadingEndpoints {
    private static final Input AURA_ID = Input.path("auraId");
    private static final Input INCLUDE = Input.query("include");
    private static final Input RETURN_ANONYMOUS = Input.header("return-anonymous");
    private static final Input AURA_ID_GLOBAL = Input.path("aura_id_global");
    private static final Input CHANNEL_ID = Input.header("x-4p-channel-id");

    private final ReadUser users;
    private final FindNewestUser newest;
    private final IdentifyAnonymousUser anonymous;

    public ReadingEndpoints(ReadUser users, FindNewestUser newest, IdentifyAnonymousUser anonymous) {
        this.users = users;
        this.newest = newest;
        this.anonymous = anonymous;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("readUser", this::readUser, "findNewestUser", this::findNewestUser);
    }

    private Endpoint.Action readUser(Inputs inputs) {
        AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
        boolean withIdTokenHint = inputs.text(INCLUDE).isPresent();
        Optional<ChannelId> anonymousIn =
                inputs.text(RETURN_ANONYMOUS).filter("true"::equals).isPresent()
                        ? Optional.of(inputs.required(CHANNEL_ID, ChannelId::parse))
                        : Optional.empty();
        return deadline -> {
            Optional<User> user =
                    withIdTokenHint ? users.readWithIdTokenHint(auraId, deadline) : users.read(auraId, deadline);
            return user.map(found -> Response.json(200, UserJson.of(found, withIdTokenHint)))
                    .or(() -> anonymousIn.map(channelId -> anonymous(auraId, channelId)))
                    .orElseGet(UserErrors.USER_NOT_FOUND::response);
        };
    }

    private Response anonymous(AuraId auraId, ChannelId channelId) {
        return Response.json(200, UserJson.of(anonymous.identify(auraId, channelId)));
    }

    private Endpoint.Action findNewestUser(Inputs inputs) {
        AuraGlobalId globalId = inputs.required(AURA_ID_GLOBAL, AuraGlobalId::parse);
        ChannelId channelId = inputs.required(CHANNEL_ID, ChannelId::parse);
        return deadline -> newest.findNewest(globalId, channelId, deadline)
                .map(auraId -> Response.json(200, UserJson.of(auraId)))
                .orElseGet(UserErrors.USER_NOT_FOUND::response);
    }
}
