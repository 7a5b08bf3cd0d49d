package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.in.user.CachedUsers;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.Users;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The operations on users. Those that register do so by headers, which answer 200, or by a body, which answer 201 for a new
 * user.
 */
public final class UserEndpoints {
    private static final Input AURA_ID = Input.path("auraId");
    private static final Input AURA_ID_GLOBAL = Input.path("aura_id_global");
    private static final Input PHONE_NUMBER = Input.path("phone_number");
    private static final Input INCLUDE = Input.query("include");
    private static final Input RETURN_ANONYMOUS = Input.header("return-anonymous");
    private static final Input CHANNEL_ID = Input.header("x-4p-channel-id");
    private static final int FOUND = 200;
    private static final int CREATED = 201;

    private final Users users;
    private final CachedUsers cached;
    private final AnonymousUsers anonymous;
    private final UserChanges changes;
    private final ChannelReader channels;
    private final RegistrationReader headers;
    private final RegistrationReader body;

    /** @param anonymous is asked for nothing else, so that reading a user who is registered goes past it */
    public UserEndpoints(
            Users users,
            CachedUsers cached,
            AnonymousUsers anonymous,
            UserChanges changes,
            Channels channels,
            InstantSource clock) {
        this.users = users;
        this.cached = cached;
        this.anonymous = anonymous;
        this.changes = changes;
        this.channels = new ChannelReader(channels);
        this.headers = new RegistrationReader(RegistrationInputs.HEADERS, this.channels, clock);
        this.body = new RegistrationReader(RegistrationInputs.BODY, this.channels, clock);
    }

    /** Identities of those whom nobody registered, as {@link Users#identifyAnonymous} gives them. */
    @FunctionalInterface
    public interface AnonymousUsers {
        AnonymousUser identify(AuraId auraId, ChannelId channelId);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "registerUser", register(headers, FOUND),
                "registerUserByBody", register(body, CREATED),
                "registerUserWithAuraId", registerWithAuraId(headers, FOUND),
                "registerUserWithAuraIdByBody", registerWithAuraId(body, CREATED),
                "readUser", this::read,
                "findNewestUser", this::findNewest,
                "removeUser", this::remove,
                "eraseUsersByPhoneNumber", erasing(changes));
    }

    private Endpoint register(RegistrationReader reader, int created) {
        return inputs -> {
            Registration registration = reader.read(inputs);
            Actor actor = actor(inputs);
            return deadline -> response(changes.register(registration, actor, deadline), created);
        };
    }

    private Endpoint registerWithAuraId(RegistrationReader reader, int created) {
        return inputs -> {
            AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
            Registration registration = reader.read(inputs);
            Actor actor = actor(inputs);
            return deadline -> response(changes.registerWithAuraId(auraId, registration, actor, deadline), created);
        };
    }

    private Endpoint.Action read(Inputs inputs) {
        AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
        boolean withIdTokenHint = inputs.text(INCLUDE).isPresent();
        Optional<ChannelId> anonymousIn = inputs.text(RETURN_ANONYMOUS)
                .filter("true"::equals)
                .map(asked -> channels.read(inputs, CHANNEL_ID))
                .filter(Channel::anonymous)
                .map(Channel::id);
        return new Endpoint.LocalAction() {
            @Override
            public Optional<Response> performLocally() {
                Optional<User> user = withIdTokenHint ? Optional.empty() : cached.find(auraId);
                return user.map(found -> Response.json(FOUND, UserJson.of(found, false)));
            }

            @Override
            public Response perform(Deadline deadline) {
                Optional<User> user =
                        withIdTokenHint ? users.readWithIdTokenHint(auraId, deadline) : users.read(auraId, deadline);
                return user.map(found -> UserJson.of(found, withIdTokenHint))
                        .or(() -> anonymousIn.map(channelId -> UserJson.of(anonymous.identify(auraId, channelId))))
                        .map(json -> Response.json(FOUND, json))
                        .orElseGet(UserErrors.USER_NOT_FOUND::response);
            }
        };
    }

    private Endpoint.Action findNewest(Inputs inputs) {
        AuraGlobalId globalId = inputs.required(AURA_ID_GLOBAL, AuraGlobalId::parse);
        ChannelId channelId = channels.read(inputs, CHANNEL_ID).id();
        return deadline -> response(users.findNewest(globalId, channelId, deadline));
    }

    private Endpoint.Action remove(Inputs inputs) {
        AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
        Actor actor = actor(inputs);
        return deadline -> response(changes.remove(auraId, actor, deadline));
    }

    /** Erases a person by their phone number. */
    public static Endpoint erasing(UserChanges changes) {
        return inputs -> {
            PhoneNumber number =
                    inputs.required(PHONE_NUMBER, PhoneNumber::parse, IdentifierErrorMessages::ofPhoneNumber);
            Actor actor = actor(inputs);
            return deadline -> switch (changes.erase(number, actor, deadline)) {
                case ERASED -> Response.nothing();
                case NOTHING_STORED -> UserErrors.USER_NOT_FOUND.response();
            };
        };
    }

    /** Whoever makes the request, as the audit trail calls them. */
    private static Actor actor(Inputs inputs) {
        return Actor.labelled(inputs.context().principal().label().orElse("anonymous"));
    }

    /**
     * What came of a registration.
     *
     * @param created status for a new user
     */
    public static Response response(RegistrationOutcome outcome, int created) {
        return outcome.fold(
                user -> Response.json(created, UserJson.of(user, false)),
                user -> Response.json(FOUND, UserJson.of(user, false)),
                UserErrors.USER_CONFLICT::response,
                UserErrors.AUTHORIZATION_IN_USE::response);
    }

    /** What came of a removal. */
    public static Response response(RemoveOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> Response.nothing();
            case ABSENT -> UserErrors.USER_NOT_FOUND.response();
        };
    }

    /** The auraId that was found, or that none was. */
    public static Response response(Optional<AuraId> found) {
        return found.map(auraId -> Response.json(FOUND, UserJson.of(auraId)))
                .orElseGet(UserErrors.USER_NOT_FOUND::response);
    }
}
