/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.util.ClassUtils;

/** A class {@code X} needs a class {@code XTest} beside it. */
final class HaveTest extends ArchCondition<JavaClass> {

    static final ArchCondition<JavaClass> OF_THE_SAME_NAME = new HaveTest();

    private HaveTest() {
        super("have a test of the same name");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var test = type.getName() + "Test";
        boolean satisfied =
                ClassUtils.isPresent(test, Thread.currentThread().getContextClassLoader());
        events.add(
                new SimpleConditionEvent(
                        type, satisfied, "%s needs a test %s".formatted(type.getName(), test)));
    }
}
