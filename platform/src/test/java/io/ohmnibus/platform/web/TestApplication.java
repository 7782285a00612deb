/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.web.CsvReport.LineError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A service with one of everything that the REST edge can do. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "io.ohmnibus.platform.bus.BusAutoConfiguration",
            "io.ohmnibus.platform.command.CommandAutoConfiguration",
            "io.ohmnibus.platform.dispatch.DispatchAutoConfiguration",
            "io.ohmnibus.platform.event.EventAutoConfiguration",
            "io.ohmnibus.platform.query.QueryAutoConfiguration",
            "io.ohmnibus.platform.state.StateAutoConfiguration"
        })
@Import({TestApplication.Things.class, TestApplication.Waiting.class})
class TestApplication {

    record Thing(@NotBlank String name, @Min(1) int size) {}

    /** A request parameter record that refuses by itself. */
    record Choice(String color) {
        Choice {
            if (!"green".equals(color)) {
                throw Problem.badRequest("color", "is green");
            }
        }
    }

    /** Lets a test hold a request open. */
    static final class Waiting {
        final Sinks.One<String> sink = Sinks.one();
        final AtomicInteger entered = new AtomicInteger();
    }

    @RestController
    static final class Things {

        private final AtomicInteger made = new AtomicInteger();
        private final Waiting waiting;

        Things(Waiting waiting) {
            this.waiting = waiting;
        }

        @RequiresPermission("things:read")
        @GetMapping("/me")
        Mono<Caller> me(Caller caller) {
            return Mono.just(caller);
        }

        @RequiresPermission("tokens:write")
        @PostMapping("/things")
        Mono<ResponseEntity<String>> make(@Valid @RequestBody Thing thing) {
            int number = made.incrementAndGet();
            return Mono.just(
                    ResponseEntity.created(URI.create("/things/" + number))
                            .body(thing.name() + " " + number));
        }

        @RequiresPermission("tokens:write")
        @PutMapping("/things")
        Mono<String> replace(@Valid @RequestBody Thing thing) {
            return Mono.just(thing.name());
        }

        @RequiresPermission("tokens:write")
        @DeleteMapping("/things/{id}")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        Mono<Void> remove(@PathVariable int id) {
            made.incrementAndGet();
            return Mono.empty();
        }

        @RequiresPermission("things:read")
        @GetMapping("/made")
        Mono<Integer> made() {
            return Mono.just(made.get());
        }

        @RequiresPermission("things:read")
        @GetMapping("/things")
        Mono<Page<Integer>> list(PageRequest page) {
            Cursor after = page.cursor();
            int first = after == null ? 0 : (int) after.number(0) + 1;
            List<Integer> rows = IntStream.range(first, 120).limit(page.fetch()).boxed().toList();
            return Mono.just(Page.of(rows, page, Cursor::of));
        }

        @RequiresPermission("things:read")
        @GetMapping("/numbers")
        Mono<Integer> number(@RequestParam @Min(3) int value, Choice choice) {
            return Mono.just(value);
        }

        @RequiresPermission("command:{action}")
        @PostMapping("/commands/{action}")
        Mono<String> command(@PathVariable String action) {
            return Mono.just(action);
        }

        @RequiresPermission("tokens:write")
        @PostMapping("/rule")
        Mono<String> rule() {
            made.incrementAndGet();
            return Mono.error(new RuleViolation("K01.FR.16", "a TxProfile needs an EVSE"));
        }

        @RequiresPermission("tokens:write")
        @PostMapping("/duplicate")
        Mono<String> duplicate() {
            return Mono.error(new DataIntegrityViolationException("secret table"));
        }

        @RequiresPermission("tokens:write")
        @PostMapping("/broken")
        Mono<String> broken() {
            made.incrementAndGet();
            return Mono.error(new IllegalArgumentException("secret detail"));
        }

        @RequiresPermission("tokens:write")
        @PostMapping("/slow")
        Mono<String> slow() {
            waiting.entered.incrementAndGet();
            return waiting.sink.asMono();
        }

        @RequiresPermission("tokens:write")
        @PostMapping(path = "/imports", consumes = "text/csv")
        Mono<CsvReport> take(@RequestBody CsvBody body) {
            body.requireColumns("name", "size");
            List<LineError> errors = new ArrayList<>();
            for (CsvBody.Row row : body.rows()) {
                if (row.get("name") == null) {
                    errors.add(new LineError(row.line(), "has no name"));
                }
            }
            return Mono.just(new CsvReport(body.rows().size() - errors.size(), errors));
        }
    }
}
