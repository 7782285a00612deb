/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.IdToken;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListsAreCopiedTest {

    @Test
    void everyRecordCopiesItsLists() throws ReflectiveOperationException {
        int lists = 0;
        for (var type : View.classes()) {
            if (type.isRecord() && type != CustomData.class) {
                lists += assertCopies(type);
            }
        }
        assertThat(lists).isGreaterThan(80);
    }

    private static int assertCopies(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var given = new ArrayList<Object>(List.of(new Object()));
        var arguments =
                Arrays.stream(components).map(component -> argument(component, given)).toArray();
        Constructor<?> constructor =
                type.getDeclaredConstructor(
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class[]::new));
        var instance = constructor.newInstance(arguments);
        int lists = 0;
        for (var component : components) {
            if (component.getType() == List.class) {
                lists++;
                assertThat(component.getAccessor().invoke(instance))
                        .as("%s.%s", type.getSimpleName(), component.getName())
                        .isNotSameAs(given)
                        .isEqualTo(given)
                        .isInstanceOf(List.copyOf(given).getClass());
            }
        }
        return lists;
    }

    private static @Nullable Object argument(RecordComponent component, List<Object> list) {
        var type = component.getType();
        if (type == List.class) {
            return list;
        } else if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? false : null;
    }

    @Test
    void anAbsentOptionalListStaysAbsent() {
        assertThat(new IdToken(null, "04A1", "ISO14443", null).additionalInfo()).isNull();
    }

    @Test
    void aListThatIsGivenCannotBeChanged() {
        var request = new GetVariablesRequest(new ArrayList<>(), null);

        assertThat(request.getVariableData()).isUnmodifiable();
    }

    @Test
    void customDataKeepsNullsAndCannotBeChanged() {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("note", null);
        var data = new CustomData("com.example", properties);
        properties.clear();

        assertThat(data.properties()).containsEntry("note", null).isUnmodifiable();
    }
}
