/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Templates of display messages: written, read, removed. */
@RestController
final class DisplayTemplateResource {

    private static final String PATH = "/display-templates";
    private static final String EXAMPLE =
            """
            {"priority": "InFront", "message": {"format": "UTF8", "language": "en",
             "content": "Welcome {{driver}} at {{station.id}}"}}
            """;
    private static final String NAME = "[A-Za-z0-9._-]{1,64}";

    private final DisplayTemplates templates;
    private final Clock clock;

    DisplayTemplateResource(DisplayTemplates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * A template.
     *
     * @param message MessageInfoType of OCPP without id, transaction and times
     * @param values the names of the values it needs
     */
    record TemplateView(
            String name,
            @JsonRawValue @Schema(type = "object", types = "object") String message,
            List<String> values,
            Instant changedAt) {

        static TemplateView of(DisplayTemplate template) {
            return new TemplateView(
                    template.name(),
                    template.message(),
                    List.copyOf(template.names()),
                    template.changedAt());
        }
    }

    @Operation(summary = "Adds or replaces a template of messages")
    @Refuses(value = 422, when = "The template is no message of OCPP, as `requirement` may say")
    @PutMapping(path = PATH + "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @RequiresPermission("stations:write")
    Mono<TemplateView> put(
            Caller caller,
            @PathVariable String name,
            @Schema(type = "object", types = "object", example = EXAMPLE) @RequestBody
                    JsonNode body) {
        if (!name.matches(NAME)) {
            throw Problem.badRequest("name", "has 1 to 64 letters, digits, dots, dashes");
        }
        DisplayTemplate template = DisplayTemplate.read(name, body, clock.instant());
        return templates.put(caller.tenant(), template).thenReturn(TemplateView.of(template));
    }

    @Operation(summary = "The templates of messages, by name")
    @GetMapping(PATH)
    @RequiresPermission("stations:read")
    Mono<Page<TemplateView>> list(Caller caller, PageRequest page) {
        Cursor cursor = page.cursor();
        String after = cursor == null ? null : cursor.text(0);
        return templates
                .list(caller.tenant(), after, page.fetch())
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.name())))
                .map(found -> found.map(TemplateView::of));
    }

    @Operation(summary = "A template of messages")
    @GetMapping(PATH + "/{name}")
    @RequiresPermission("stations:read")
    Mono<TemplateView> template(Caller caller, @PathVariable String name) {
        return templates
                .find(caller.tenant(), name)
                .map(TemplateView::of)
                .switchIfEmpty(Mono.error(() -> none(name)));
    }

    @Operation(summary = "Removes a template; messages made of it stay")
    @DeleteMapping(PATH + "/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("stations:write")
    Mono<Void> remove(Caller caller, @PathVariable String name) {
        return templates
                .remove(caller.tenant(), name)
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(() -> none(name)))
                .then();
    }

    static Problem none(String name) {
        return Problem.notFound("There is no template " + name);
    }
}
