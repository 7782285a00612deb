/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OhmnibusArchitectureTest {

    private static final JavaClasses SHARED_MODULES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(
                            "io.ohmnibus.ocpp",
                            "io.ohmnibus.contracts",
                            "io.ohmnibus.platform",
                            "io.ohmnibus.embedded");

    private static final JavaClasses GOOD =
            new ClassFileImporter().importPackages("io.ohmnibus.example.good");

    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages("io.ohmnibus.example.bad");

    static List<Field> rules() {
        return Arrays.stream(OhmnibusArchitecture.class.getFields())
                .filter(field -> field.getType() == ArchRule.class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theSharedModulesKeepToEveryRule(Field rule) throws IllegalAccessException {
        ((ArchRule) rule.get(null)).check(SHARED_MODULES);
    }

    @Test
    void acceptsAHandlerThatKeepsToTheRules() {
        assertThat(OhmnibusArchitecture.SHAPES_ARE_CLOSED.evaluate(GOOD).hasViolation()).isFalse();
        assertThat(violations(OhmnibusArchitecture.SHAPES_ARE_NAMED_AFTER_THEIR_MESSAGE, GOOD))
                .isEmpty();
        assertThat(violations(OhmnibusArchitecture.SHAPES_HAVE_A_TEST, GOOD)).isEmpty();
        assertThat(violations(OhmnibusArchitecture.NO_CLOCK_OF_THEIR_OWN, only(GOOD))).isEmpty();
        assertThat(violations(OhmnibusArchitecture.NO_SCHEDULE_KEEPS_ITS_FIRST_TIME, GOOD))
                .isEmpty();
    }

    @Test
    void noticesEveryBreach() {
        assertThat(violations(OhmnibusArchitecture.SHAPES_ARE_CLOSED, BAD)).hasSize(3);
        assertThat(violations(OhmnibusArchitecture.SHAPES_ARE_NAMED_AFTER_THEIR_MESSAGE, BAD))
                .singleElement()
                .asString()
                .contains("should be named HeartbeatHandler");
        assertThat(violations(OhmnibusArchitecture.SHAPES_HAVE_A_TEST, BAD)).hasSize(1);
        assertThat(violations(OhmnibusArchitecture.NO_FIELD_INJECTION, BAD)).hasSize(1);
        assertThat(violations(OhmnibusArchitecture.NO_SINGLE_VALUES, BAD)).isNotEmpty();
        assertThat(violations(OhmnibusArchitecture.NO_BLOCKING, BAD)).hasSize(1);
        assertThat(violations(OhmnibusArchitecture.NO_SLEEPING, BAD)).hasSize(1);
        assertThat(violations(OhmnibusArchitecture.NO_CLOCK_OF_THEIR_OWN, BAD)).hasSize(1);
        assertThat(violations(OhmnibusArchitecture.NO_SCHEDULE_KEEPS_ITS_FIRST_TIME, BAD))
                .hasSize(1);
        assertThat(violations(OhmnibusArchitecture.NO_EMPTY_NAMES, BAD)).hasSize(1);
        assertThat(violations(OhmnibusArchitecture.ONLY_PLATFORM_TOUCHES_KAFKA, BAD)).isNotEmpty();
    }

    private static JavaClasses only(JavaClasses classes) {
        return classes.that(
                DescribedPredicate.describe(
                        "production code", type -> !type.getSimpleName().endsWith("Test")));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
