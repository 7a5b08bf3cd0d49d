package io.github.auraauth.adapter.http.activity;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.adapter.http.account.AccountErrors;
import io.github.auraauth.adapter.http.account.AccountHolder;
import io.github.auraauth.adapter.http.account.AccountLists;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.activity.ActivityTrail;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The operation on what was done. */
public final class ActivityEndpoints {
    private final ActivityTrail trail;
    private final AccountLists lists;

    /** @param address below which the other parts of a list are found */
    public ActivityEndpoints(ActivityTrail trail, PublicAddress address) {
        this.trail = trail;
        this.lists = new AccountLists(address);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("listActivity", this::list);
    }

    private Endpoint.Action list(Inputs inputs) {
        Actor actor = AccountHolder.of(inputs).actor();
        PageRequest page = AccountLists.request(inputs);
        return deadline -> trail.list(Optional.empty(), page, actor, deadline)
                .fold(found -> lists.response(inputs, found, ActivityEndpoints::write), AccountErrors::of);
    }

    private static void write(JsonGenerator json, Activity activity) throws IOException {
        json.writeStringField("id", activity.id());
        json.writeStringField("at", Json.time(activity.at()));
        json.writeStringField("event", activity.event().word());
        json.writeStringField("actor", activity.actor());
        json.writeStringField(
                "account", activity.account().map(AccountId::value).orElse(null));
        json.writeStringField("object", activity.object());
    }
}
