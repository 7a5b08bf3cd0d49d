package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static io.github.auraauth.adapter.mongo.UserDocuments.AURA_GLOBAL_ID;
import static io.github.auraauth.adapter.mongo.UserDocuments.AURA_ID;
import static io.github.auraauth.adapter.mongo.UserDocuments.AUTHORIZATION_ID;
import static io.github.auraauth.adapter.mongo.UserDocuments.CHANNEL_ID;
import static io.github.auraauth.adapter.mongo.UserDocuments.CREATED;
import static io.github.auraauth.adapter.mongo.UserDocuments.EXPIRES_AT;
import static io.github.auraauth.adapter.mongo.UserDocuments.ID;
import static io.github.auraauth.adapter.mongo.UserDocuments.REGISTERED_AT;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.Sorts;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What is asked of the users' collection beyond one field. Rows of the original service may lack {@code registeredAt},
 * which then is {@code created}, and hold the channelId in upper case.
 */
final class UserQueries {
    private static final String NEWEST_BY = "newestBy";

    private UserQueries() {}

    /** A pipeline that gives the unexpired user registered last. */
    static List<Bson> newest(AuraGlobalId globalId, ChannelId channelId, Instant now) {
        String channel = channelId.text();
        Bson match = and(
                eq(AURA_GLOBAL_ID, globalId.text()),
                in(CHANNEL_ID, channel, channel.toUpperCase(Locale.ROOT)),
                unexpired(now));
        Document newestBy = new Document("$ifNull", List.of("$" + REGISTERED_AT, "$" + CREATED));
        return List.of(
                Aggregates.match(match),
                Aggregates.addFields(new Field<>(NEWEST_BY, newestBy)),
                Aggregates.sort(Sorts.descending(NEWEST_BY)),
                Aggregates.limit(1));
    }

    /** The unexpired row with the identity and registration of {@code expected}. */
    static Bson unchanged(User expected, Instant now) {
        Date registeredAt = Date.from(expected.registeredAt());
        return and(
                eq(AURA_ID, expected.auraId().value()),
                eq(AUTHORIZATION_ID, expected.registration().authorizationId().value()),
                or(eq(REGISTERED_AT, registeredAt), and(eq(REGISTERED_AT, null), eq(CREATED, registeredAt))),
                unexpired(now));
    }

    /** That very row, unless somebody has given it a later end. */
    static Bson stillExpired(Document row, Instant now) {
        return and(eq(ID, row.get(ID)), lte(EXPIRES_AT, Date.from(now)));
    }

    private static Bson unexpired(Instant now) {
        return or(eq(EXPIRES_AT, null), gt(EXPIRES_AT, Date.from(now)));
    }
}
