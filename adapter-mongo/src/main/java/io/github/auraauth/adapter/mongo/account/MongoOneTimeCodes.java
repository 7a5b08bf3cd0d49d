package io.github.auraauth.adapter.mongo.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.account.AccountDocumentMapper.REVISION;
import static io.github.auraauth.adapter.mongo.account.SecondFactorsMapper.RECOVERY_CODES;
import static io.github.auraauth.adapter.mongo.account.SecondFactorsMapper.TOTP_ADDED;
import static io.github.auraauth.adapter.mongo.account.SecondFactorsMapper.TOTP_STEP;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.OneTimeCodes;
import java.util.Date;
import org.bson.conversions.Bson;

/** The uses of codes in the documents of accounts: the filter of a single update decides whose use is the first. */
public final class MongoOneTimeCodes implements OneTimeCodes {
    private final GuardedCollection accounts;

    public MongoOneTimeCodes(MongoConnection connection) {
        this.accounts = connection.confirmed(AccountDocumentMapper.COLLECTION);
    }

    @Override
    public boolean useStep(AccountId account, TotpFactor totp, long step, Deadline deadline) {
        Bson unused = and(
                of(account),
                eq(TOTP_ADDED, Date.from(requireNonNull(totp, "totp").addedAt())),
                lt(TOTP_STEP, step));
        return isUpdated(unused, set(TOTP_STEP, step), deadline);
    }

    @Override
    public boolean useRecoveryCode(AccountId account, RecoveryCodeDigest code, Deadline deadline) {
        String hex = requireNonNull(code, "code").hex();
        return isUpdated(and(of(account), eq(RECOVERY_CODES, hex)), pull(RECOVERY_CODES, hex), deadline);
    }

    private boolean isUpdated(Bson filter, Bson use, Deadline deadline) {
        Bson update = combine(use, inc(REVISION, 1L));
        return accounts.within(deadline, all -> all.updateOne(filter, update)).getModifiedCount() > 0;
    }

    private static Bson of(AccountId account) {
        return eq(ID, requireNonNull(account, "account").value());
    }
}
