package io.github.auraauth.adapter.mongo.apikey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.CREATED_AT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.EXPIRES_AT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.FINGERPRINT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.LAST_USED_AT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.REVOKED_AT;
import static java.util.Objects.requireNonNull;

import com.mongodb.ReadConcern;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Lists of the registered keys in MongoDB, by the indexes of their times. */
public final class MongoApiKeyDirectory implements ApiKeyDirectory {
    private final GuardedCollection keys;

    public MongoApiKeyDirectory(MongoConnection connection) {
        this.keys = connection
                .collection(ApiKeyDocumentMapper.COLLECTION)
                .with(all -> all.withReadConcern(ReadConcern.MAJORITY));
    }

    @Override
    public List<RegisteredApiKey> page(Keyset<Position> place, int most, Deadline deadline) {
        Bson there = requireNonNull(place, "place")
                .key()
                .map(from -> place.backwards() ? newerThan(from) : olderThan(from))
                .orElse(empty());
        Bson order = place.backwards()
                ? orderBy(ascending(CREATED_AT), descending(FINGERPRINT))
                : orderBy(descending(CREATED_AT), ascending(FINGERPRINT));
        return DocumentReading.inOrder(place, found(there, order, most, deadline));
    }

    @Override
    public List<RegisteredApiKey> ending(Instant from, Instant until, int most, Deadline deadline) {
        Bson wanted =
                and(gte(EXPIRES_AT, date(from, "from")), lt(EXPIRES_AT, date(until, "until")), eq(REVOKED_AT, null));
        return found(wanted, ascending(EXPIRES_AT, FINGERPRINT), most, deadline);
    }

    @Override
    public List<RegisteredApiKey> unused(Instant since, Instant now, int most, Deadline deadline) {
        Date from = date(since, "since");
        Bson neverUsed = and(eq(LAST_USED_AT, null), lt(CREATED_AT, from));
        Bson usedLong = and(gt(LAST_USED_AT, Date.from(Instant.EPOCH)), lt(LAST_USED_AT, from));
        Bson good = and(eq(REVOKED_AT, null), or(eq(EXPIRES_AT, null), gt(EXPIRES_AT, date(now, "now"))));
        List<RegisteredApiKey> lain =
                new ArrayList<>(found(and(neverUsed, good), ascending(CREATED_AT), most, deadline));
        if (lain.size() < most) {
            lain.addAll(found(and(usedLong, good), ascending(LAST_USED_AT), most - lain.size(), deadline));
        }
        return List.copyOf(lain);
    }

    private List<RegisteredApiKey> found(Bson wanted, Bson order, int most, Deadline deadline) {
        List<Document> entries = keys.within(
                deadline, all -> all.find(wanted).sort(order).limit(most).into(new ArrayList<>()));
        return entries.stream().map(ApiKeyDocumentMapper::toKey).toList();
    }

    private static Bson olderThan(Position position) {
        Date at = Date.from(position.createdAt());
        return and(
                lte(CREATED_AT, at),
                or(
                        lt(CREATED_AT, at),
                        and(
                                eq(CREATED_AT, at),
                                gt(FINGERPRINT, position.fingerprint().hex()))));
    }

    private static Bson newerThan(Position position) {
        Date at = Date.from(position.createdAt());
        return and(
                gte(CREATED_AT, at),
                or(
                        gt(CREATED_AT, at),
                        and(
                                eq(CREATED_AT, at),
                                lt(FINGERPRINT, position.fingerprint().hex()))));
    }

    private static Date date(Instant moment, String parameter) {
        return Date.from(requireNonNull(moment, parameter));
    }
}
