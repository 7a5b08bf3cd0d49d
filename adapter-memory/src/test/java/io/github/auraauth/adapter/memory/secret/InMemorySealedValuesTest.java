package io.github.auraauth.adapter.memory.secret;

import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.secret.SealedValuesContract;

class InMemorySealedValuesTest implements SealedValuesContract, NoBackend {
    private final InMemorySealedValues values = new InMemorySealedValues();

    @Override
    public SealedValues values() {
        return values;
    }

    @Override
    public SealedValue put(String id, String text) {
        return values.put(id, text);
    }

    @Override
    public void remove(String id) {
        values.remove(id);
    }
}
