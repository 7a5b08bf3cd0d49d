package io.github.auraauth.adapter.mongo.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.GROUPS;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.STAFF;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.STATE;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.USERNAME;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.CountOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.account.AccountDirectory;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Lists of the accounts in MongoDB. Accounts that cannot be read are counted, and left out of pages. */
public final class MongoAccountDirectory implements AccountDirectory {
    private final GuardedCollection accounts;
    private final DocumentReading<Account> reading;
    private final DocumentReading<AccountId> readingIds;

    /** Parameters as of {@link MongoAccountStore}. */
    public MongoAccountDirectory(
            MongoConnection connection, AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.accounts = connection.collection(AccountDocumentMapper.COLLECTION);
        this.reading = new DocumentReading<>(new AccountDocumentMapper(cipher)::toAccount, unreadable);
        this.readingIds = new DocumentReading<>(fields -> fields.required(ID, AccountId::parse), unreadable);
    }

    @Override
    public List<Account> page(AccountFilter filter, Keyset<Username> place, int most, Deadline deadline) {
        Bson wanted = and(conditions(filter));
        Keyset<String> names = requireNonNull(place, "place").map(Username::value);
        return accounts.within(deadline, all -> reading.page(all, wanted, USERNAME, names, most));
    }

    @Override
    public int count(AccountFilter filter, int most, Deadline deadline) {
        Bson counted = and(conditions(filter));
        CountOptions limited = new CountOptions().limit(most);
        return accounts.within(deadline, all -> (int) all.countDocuments(counted, limited));
    }

    @Override
    public List<AccountId> erasing(int most, Deadline deadline) {
        Bson erased = eq(STATE, AccountState.ERASING.name());
        List<Document> documents = accounts.within(
                deadline,
                all -> all.find(erased).projection(include(ID)).limit(most).into(new ArrayList<>()));
        return readingIds.all(documents);
    }

    private static List<Bson> conditions(AccountFilter filter) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(ne(STATE, AccountState.ERASING.name()));
        requireNonNull(filter, "filter")
                .active()
                .map(active -> active ? AccountState.ACTIVE : AccountState.DEACTIVATED)
                .ifPresent(state -> conditions.add(eq(STATE, state.name())));
        filter.staff().ifPresent(staff -> conditions.add(eq(STAFF, staff)));
        filter.group().ifPresent(group -> conditions.add(eq(GROUPS, group.value())));
        return conditions;
    }
}
