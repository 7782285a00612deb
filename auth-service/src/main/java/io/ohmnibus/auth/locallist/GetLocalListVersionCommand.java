/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.GetLocalListVersionResponse;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/**
 * Which version of the list a station has. One that is not ours means that nobody knows what is in
 * the list, and a list that follows rules is replaced then.
 */
@UseCase("D02")
final class GetLocalListVersionCommand
        implements CommandHandler<GetLocalListVersionRequest, GetLocalListVersionResponse> {

    private final LocalLists lists;
    private final ListCourse course;

    GetLocalListVersionCommand(LocalLists lists, ListCourse course) {
        this.lists = lists;
        this.course = course;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            GetLocalListVersionRequest request,
            Outcome<GetLocalListVersionResponse> outcome) {
        return lists.lockOrWatch(station)
                .flatMap(list ->
                        switch (outcome) {
                            case Outcome.Answered<GetLocalListVersionResponse>(var response) ->
                                    lists.reported(station, response.versionNumber())
                                            .then(course.goOn(station));
                            case Outcome.Refused<GetLocalListVersionResponse>(var error) -> {
                                String reason =
                                        error.code().wireName() + ": " + error.description();
                                yield error.code() == OcppErrorCode.NOT_SUPPORTED
                                                || error.code() == OcppErrorCode.NOT_IMPLEMENTED
                                        ? course.notSupported(station, reason)
                                        : course.failed(station, list, reason);
                            }
                            case Outcome.TimedOut<GetLocalListVersionResponse> _ ->
                                    course.failed(
                                            station, list, "The station did not answer in time");
                            case Outcome.Offline<GetLocalListVersionResponse> _ ->
                                    course.away(station);
                        });
    }
}
