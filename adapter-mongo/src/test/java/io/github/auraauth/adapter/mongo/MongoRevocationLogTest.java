package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.out.RevocationLog;
import io.github.auraauth.testkit.RevocationLogContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRevocationLogTest implements RevocationLogContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private RevocationLog log;

    @BeforeEach
    void open() {
        log = new MongoRevocationLog(DATABASE.connection());
    }

    @Override
    public RevocationLog log() {
        return log;
    }
}
