/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class MessageTypesTest {

    private sealed interface News permits Sun, Rain {}

    private record Sun() implements News {}

    private record Rain() implements News {}

    private static final class OfOne implements Consumer<Sun> {

        @Override
        public void accept(Sun sun) {}
    }

    private static final class OfAll implements Consumer<News> {

        @Override
        public void accept(News news) {}
    }

    private static final class OfLists implements Consumer<List<Sun>> {

        @Override
        public void accept(List<Sun> suns) {}
    }

    @Test
    void areTheRecordOrAllThatASealedInterfacePermits() {
        assertThat(MessageTypes.typesOf(new OfOne(), Consumer.class)).containsOnly(Sun.class);
        assertThat(MessageTypes.typesOf(new OfAll(), Consumer.class))
                .containsOnly(Sun.class, Rain.class);
    }

    @Test
    void areNothingElse() {
        assertThatThrownBy(() -> MessageTypes.typesOf(new OfLists(), Consumer.class))
                .hasMessageContaining("must name a record type");
        assertThatThrownBy(() -> MessageTypes.typeOf(new OfAll(), Consumer.class))
                .hasMessageContaining("must name a record type");
    }
}
