package io.github.auraauth.adapter.mongo.apikey;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.set;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.CREATED_AT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.FINGERPRINT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.JTI;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.LAST_USED_AT;
import static io.github.auraauth.adapter.mongo.apikey.ApiKeyDocumentMapper.REVOKED_AT;
import static java.util.Objects.requireNonNull;

import com.mongodb.ReadConcern;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry of API keys in MongoDB: {@code _id} is the fingerprint, and a sparse unique index keeps key ids unique. */
public final class MongoApiKeyRegistry implements ApiKeyRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(MongoApiKeyRegistry.class);
    private static final Duration LONGEST_NOTE = Duration.ofSeconds(5);

    private final GuardedCollection keys;
    private final Executor executor;
    private final InstantSource clock;

    /** @param executor writes the notes of uses: bounded, and rejecting tasks under overload */
    public MongoApiKeyRegistry(MongoConnection connection, Executor executor, InstantSource clock) {
        this.keys = connection
                .confirmed(ApiKeyDocumentMapper.COLLECTION)
                .with(all -> all.withReadConcern(ReadConcern.MAJORITY));
        this.executor = requireNonNull(executor, "executor");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public RegisterOutcome register(RegisteredApiKey key, Deadline deadline) {
        Document entry = ApiKeyDocumentMapper.of(requireNonNull(key, "key"));
        return keys.unlessDuplicate(deadline, all -> all.insertOne(entry)).isPresent()
                ? RegisterOutcome.REGISTERED
                : RegisterOutcome.ALREADY_REGISTERED;
    }

    @Override
    public Optional<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Deadline deadline) {
        return first(named(fingerprint), deadline);
    }

    @Override
    public Optional<RegisteredApiKey> findById(String jti, Deadline deadline) {
        return first(eq(JTI, requireNonNull(jti, "jti")), deadline);
    }

    @Override
    public List<RegisteredApiKey> all(Deadline deadline) {
        Bson newestFirst = orderBy(descending(CREATED_AT), ascending(FINGERPRINT));
        List<Document> entries =
                keys.within(deadline, all -> all.find().sort(newestFirst).into(new ArrayList<>()));
        return entries.stream().map(ApiKeyDocumentMapper::toKey).toList();
    }

    @Override
    public MarkOutcome markRevoked(ApiKeyFingerprint fingerprint, Instant at, Deadline deadline) {
        Date moment = Date.from(requireNonNull(at, "at"));
        Bson later = and(named(fingerprint), or(eq(REVOKED_AT, null), gt(REVOKED_AT, moment)));
        boolean marked = keys.within(deadline, all -> all.updateOne(later, set(REVOKED_AT, moment)))
                        .getMatchedCount()
                > 0;
        return marked || find(fingerprint, deadline).isPresent() ? MarkOutcome.MARKED : MarkOutcome.ABSENT;
    }

    @Override
    public void noteUse(ApiKeyFingerprint fingerprint, Instant at) {
        Date moment = Date.from(requireNonNull(at, "at"));
        Bson earlier = and(named(fingerprint), or(eq(LAST_USED_AT, null), lt(LAST_USED_AT, moment)));
        try {
            executor.execute(() -> write(earlier, moment));
        } catch (RejectedExecutionException tooMuch) {
            LOG.debug("the use of a key was dropped under load");
        }
    }

    private void write(Bson earlier, Date moment) {
        try {
            Deadline deadline = Deadline.in(LONGEST_NOTE, clock);
            keys.within(deadline, all -> all.updateOne(earlier, set(LAST_USED_AT, moment)));
        } catch (Outage outage) {
            LOG.debug("the use of a key was not noted: {}", outage.getMessage());
        }
    }

    private Optional<RegisteredApiKey> first(Bson filter, Deadline deadline) {
        return keys.first(filter, deadline).map(ApiKeyDocumentMapper::toKey);
    }

    private static Bson named(ApiKeyFingerprint fingerprint) {
        return eq(FINGERPRINT, requireNonNull(fingerprint, "fingerprint").hex());
    }
}
