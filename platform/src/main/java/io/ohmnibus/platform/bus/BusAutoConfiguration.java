/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import io.ohmnibus.platform.background.Preparation;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.secret.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** The bus, and what names the service and the time for everything else. */
@AutoConfiguration
@EnableConfigurationProperties(BusProperties.class)
class BusAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Service ohmnibusService(Environment environment) {
        return Service.ofId(environment.getRequiredProperty("ohmnibus.service.name"));
    }

    @Bean
    Bus bus(BusProperties kafka, Sealing sealing, Preparation preparation) {
        KafkaBus bus =
                new KafkaBus(
                        new KafkaProducer<>(producing(kafka)),
                        new DefaultKafkaConsumerFactory<>(consuming(kafka)),
                        kafka,
                        sealing);
        preparation.begin("topics", bus::prepare);
        return bus;
    }

    private static Map<String, Object> producing(BusProperties kafka) {
        Map<String, Object> config = kafka.client();
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // What comes while a request is on its way travels in the next one, so requests grow with
        // the load and nobody waits for others to come.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        // Batches hold few records; lz4 takes 130 kB of buffers for each of them.
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        // Less than a station waits: a CALL that cannot be published gets its error in time.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // send() runs on event loops: with full buffers it must fail, not wait.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        // Nor may it wait for the partitions of a topic that was quiet when the brokers went away.
        config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(365).toMillis());
        return config;
    }

    private static Map<String, Object> consuming(BusProperties kafka) {
        Map<String, Object> config = kafka.client();
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        // What a killed instance held is read again after this time, before stations are told that
        // their CALLs were not answered.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return config;
    }
}
