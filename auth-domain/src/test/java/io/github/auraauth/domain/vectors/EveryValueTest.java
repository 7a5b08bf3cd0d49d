package io.github.auraauth.domain.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every value of the domain. */
class EveryValueTest {
    static Stream<Object> samples() {
        return Samples.all().stream();
    }

    static Stream<Object> records() {
        return samples().filter(Record.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void toString_anything_holdsNoSecretAndNoPersonalData(Object sample) {
        assertThat(sample.toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(Samples.CANARY)
                .doesNotContain(Samples.CANARY_NUMBER.substring(1))
                .doesNotContain("aur2_");
    }

    @ParameterizedTest
    @MethodSource("records")
    void constructor_nullComponent_isNamed(Object sample) throws ReflectiveOperationException {
        Constructor<?> constructor = sample.getClass().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Parameter[] parameters = constructor.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].getType().isPrimitive()) {
                Object[] arguments = components(sample);
                arguments[i] = null;
                assertThat(thrownBy(constructor, arguments))
                        .as(sample.getClass().getSimpleName())
                        .isInstanceOf(NullPointerException.class)
                        .hasMessageContaining(parameters[i].getName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void equals_sameComponents_isEqual(Object sample) throws ReflectiveOperationException {
        Constructor<?> constructor = sample.getClass().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        assertThat(constructor.newInstance(components(sample)))
                .isEqualTo(sample)
                .hasSameHashCodeAs(sample);
    }

    @Test
    void samples_ofTheDomain_holdEveryPublicRecord() {
        List<Class<?>> sampled = records().<Class<?>>map(Object::getClass).toList();
        for (Object sample : Samples.all()) {
            for (RecordComponent component : componentsOf(sample)) {
                Class<?> type = component.getType();
                assertThat(type.isRecord() && !sampled.contains(type))
                        .as("%s has no sample", type)
                        .isFalse();
            }
        }
    }

    private static RecordComponent[] componentsOf(Object sample) {
        return sample instanceof Record ? sample.getClass().getRecordComponents() : new RecordComponent[0];
    }

    private static Object[] components(Object sample) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : sample.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            values.add(component.getAccessor().invoke(sample));
        }
        return values.toArray();
    }

    private static Throwable thrownBy(Constructor<?> constructor, Object[] arguments)
            throws ReflectiveOperationException {
        try {
            constructor.newInstance(arguments);
            throw new AssertionError("taken: " + Arrays.toString(arguments));
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
