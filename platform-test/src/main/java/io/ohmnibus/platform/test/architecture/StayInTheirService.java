/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.ohmnibus.platform.ocpp.Service;
import java.util.Arrays;
import java.util.Optional;

/** A class of one service knows no class of another. */
final class StayInTheirService extends ArchCondition<JavaClass> {

    static final ArchCondition<JavaClass> RULE = new StayInTheirService();

    private StayInTheirService() {
        super("not depend on another service");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var service = service(type);
        if (service.isEmpty()) {
            return;
        }
        for (var dependency : type.getDirectDependenciesFromSelf()) {
            var other = service(dependency.getTargetClass());
            if (other.isPresent() && !other.equals(service)) {
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
            }
        }
    }

    private static Optional<Service> service(JavaClass type) {
        return Arrays.stream(Service.values())
                .filter(service ->
                        type.getPackageName()
                                .concat(".")
                                .startsWith("io.ohmnibus." + service.id() + "."))
                .findFirst();
    }
}
