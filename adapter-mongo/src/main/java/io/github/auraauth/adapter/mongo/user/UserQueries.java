package io.github.auraauth.adapter.mongo.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AURA_GLOBAL_ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AURA_ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AUTHENTICATION_IDENTIFIER;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AUTHENTICATION_TYPE;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.AUTHORIZATION_ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.CHANNEL_ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.CREATED;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.EXPIRES_AT;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.REGISTERED_AT;
import static io.github.auraauth.adapter.mongo.user.UserDocumentMapper.USER_ID;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.Sorts;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The filters and pipelines of the users' collection that look at more than one field. Rows of the original service may lack {@code registeredAt},
 * which then is {@code created}, and hold the channelId in upper case.
 */
final class UserQueries {
    private static final String NEWEST_BY = "newestBy";
    private static final String IS_DATED = "isDated";

    /** Digits as a number would be written, and few enough for a long. */
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,17}");

    private UserQueries() {}

    /**
     * A pipeline of the users who have not expired by a date: first those whose time of registration is not a date, in no
     * particular order, then the others, the last registered first.
     */
    static List<Bson> newestFirst(AuraGlobalId globalId, ChannelId channelId, Instant now) {
        String channel = channelId.text();
        Bson match = and(
                eq(AURA_GLOBAL_ID, globalId.text()),
                in(CHANNEL_ID, channel, channel.toUpperCase(Locale.ROOT)),
                nor(lte(EXPIRES_AT, Date.from(now))));
        Document newestBy = new Document("$ifNull", List.of("$" + REGISTERED_AT, "$" + CREATED));
        return List.of(
                Aggregates.match(match),
                Aggregates.addFields(new Field<>(NEWEST_BY, newestBy)),
                // texts and numbers sort before every date
                Aggregates.addFields(new Field<>(
                        IS_DATED,
                        new Document(
                                "$gte", List.of("$" + NEWEST_BY, Date.from(Instant.ofEpochMilli(Long.MIN_VALUE)))))),
                Aggregates.sort(Sorts.orderBy(Sorts.ascending(IS_DATED), Sorts.descending(NEWEST_BY))));
    }

    /** Whether the row is one of those that come first in {@link #newestFirst}. */
    static boolean isUndated(Document row) {
        return !(row.get(NEWEST_BY) instanceof Date);
    }

    /** The unexpired row with the identity and registration of {@code expected}, its times being dates. */
    static Bson unchanged(User expected, Instant now) {
        Date registeredAt = Date.from(expected.registeredAt());
        return and(
                eq(AURA_ID, expected.auraId().value()),
                eq(AUTHORIZATION_ID, expected.registration().authorizationId().value()),
                or(eq(REGISTERED_AT, registeredAt), and(eq(REGISTERED_AT, null), eq(CREATED, registeredAt))),
                unexpired(now));
    }

    /** That very row, as long as nobody has changed its identity, registration or end. */
    static Bson same(Document row) {
        return and(
                eq(ID, row.get(ID)),
                eq(AUTHORIZATION_ID, row.get(AUTHORIZATION_ID)),
                eq(REGISTERED_AT, row.get(REGISTERED_AT)),
                eq(CREATED, row.get(CREATED)),
                eq(EXPIRES_AT, row.get(EXPIRES_AT)));
    }

    /** That very row, unless somebody has given it a later end. */
    static Bson stillExpired(Document row, Instant now) {
        Object end = row.get(EXPIRES_AT);
        return and(eq(ID, row.get(ID)), end instanceof Date ? lte(EXPIRES_AT, Date.from(now)) : eq(EXPIRES_AT, end));
    }

    /** Rows with that userId; another program may have written digits as a number. */
    static Bson userId(String userId) {
        return in(USER_ID, withNumbers(List.of(userId)));
    }

    /** Rows with that authentication in every form in which it may be stored; a phone number's type may be missing. */
    static Bson authentication(Authentication authentication) {
        String type = authentication.type().text();
        Bson ofType = authentication.type() == AuthenticationType.PHONE_NUMBER
                ? in(AUTHENTICATION_TYPE, type, null)
                : eq(AUTHENTICATION_TYPE, type);
        return and(ofType, in(AUTHENTICATION_IDENTIFIER, withNumbers(authentication.storedForms())));
    }

    private static List<Object> withNumbers(List<String> texts) {
        List<Object> all = new ArrayList<>(texts);
        texts.stream()
                .filter(text -> DIGITS.matcher(text).matches())
                .map(Long::valueOf)
                .forEach(all::add);
        return all;
    }

    private static Bson unexpired(Instant now) {
        return or(eq(EXPIRES_AT, null), gt(EXPIRES_AT, Date.from(now)));
    }
}
