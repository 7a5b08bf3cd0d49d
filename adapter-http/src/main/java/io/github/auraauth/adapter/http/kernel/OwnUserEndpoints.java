package io.github.auraauth.adapter.http.kernel;

import io.github.auraauth.adapter.http.user.ChannelReader;
import io.github.auraauth.adapter.http.user.UserEndpoints;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.UserChanges;
import java.util.Map;
import java.util.Optional;

/** The operations of the API published in Kernel: a person's on their own users, and the erasure by administrators. */
public final class OwnUserEndpoints {
    private static final Input AURA_ID = Input.path("auraId");
    private static final Input AURA_ID_GLOBAL = Input.path("aura_id_global");
    private static final Input CHANNEL_ID = Input.header("x-4p-channel-id");
    private static final int FOUND = 200;
    private static final int CREATED = 201;

    private final OwnUsers users;
    private final UserChanges changes;
    private final ChannelReader channels;

    public OwnUserEndpoints(OwnUsers users, UserChanges changes, Channels channels) {
        this.users = users;
        this.changes = changes;
        this.channels = new ChannelReader(channels);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "registerUser", register(FOUND),
                "registerUserByPost", register(CREATED),
                "removeUser", this::remove,
                "findNewestUser", this::findNewest,
                "eraseUsersByPhoneNumber", UserEndpoints.erasing(changes));
    }

    private Endpoint register(int created) {
        return inputs -> {
            Registration registration = registration(
                    person(inputs), channels.read(inputs, CHANNEL_ID).id());
            return deadline -> UserEndpoints.response(users.register(registration, deadline), created);
        };
    }

    private Endpoint.Action remove(Inputs inputs) {
        AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
        UserId owner = person(inputs).userId();
        return deadline -> UserEndpoints.response(users.remove(auraId, owner, deadline));
    }

    private Endpoint.Action findNewest(Inputs inputs) {
        AuraGlobalId globalId = inputs.required(AURA_ID_GLOBAL, AuraGlobalId::parse);
        ChannelId channelId = channels.read(inputs, CHANNEL_ID).id();
        UserId owner = person(inputs).userId();
        return deadline -> UserEndpoints.response(users.findNewest(globalId, channelId, owner, deadline));
    }

    /** The authenticator lets nobody register of whom Kernel does not say this much. */
    private static Registration registration(KernelPerson person, ChannelId channelId) {
        return new Registration(
                channelId,
                person.userId(),
                person.authorizationId().orElseThrow(),
                person.authentication().orElseThrow(),
                Optional.empty(),
                Optional.empty());
    }

    private static KernelPerson person(Inputs inputs) {
        return inputs.context().principal(KernelCaller.class).person();
    }
}
