/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;

/** Calls that production code does not make. */
final class Calls {

    private static final Set<Class<?>> TIMES =
            Set.of(
                    Instant.class,
                    LocalDate.class,
                    LocalTime.class,
                    LocalDateTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class);

    private static final String SCHEDULED = "org.springframework.scheduling.annotation.Scheduled";

    static final DescribedPredicate<JavaMethodCall> BLOCK_OR_SUBSCRIBE =
            describe(
                    "block or subscribe",
                    call ->
                            call.getTargetOwner().isAssignableTo(Publisher.class)
                                    && (call.getName().startsWith("block")
                                            || call.getName().equals("subscribe")));

    static final DescribedPredicate<JavaMethodCall> SLEEP =
            describe(
                    "sleep",
                    call ->
                            call.getName().equals("sleep")
                                    && isOf(call, Thread.class, TimeUnit.class));

    static final DescribedPredicate<JavaMethodCall> CURRENT_TIME =
            describe("the current time without an injected clock", Calls::asksForTheTime);

    static final DescribedPredicate<JavaMethodCall> TIME_OF_THE_FIRST_RUN =
            describe(
                    "the time while a schedule is assembled",
                    call ->
                            call.getName().equals("instant")
                                    && call.getTargetOwner().isAssignableTo(Clock.class)
                                    && call.getOrigin().isAnnotatedWith(SCHEDULED)
                                    && !call.isDeclaredInLambda());

    private Calls() {}

    private static boolean asksForTheTime(JavaMethodCall call) {
        return switch (call.getName()) {
            case "now" -> isOf(call, TIMES.toArray(Class<?>[]::new)) && !takesClock(call);
            case "currentTimeMillis" -> isOf(call, System.class);
            case "systemUTC", "systemDefaultZone", "system" -> isOf(call, Clock.class);
            default -> false;
        };
    }

    private static boolean takesClock(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isOf(JavaMethodCall call, Class<?>... owners) {
        for (var owner : owners) {
            if (call.getTargetOwner().isEquivalentTo(owner)) {
                return true;
            }
        }
        return false;
    }
}
