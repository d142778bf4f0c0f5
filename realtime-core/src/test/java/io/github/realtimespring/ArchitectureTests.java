/*
 * Copyright 2026-present the original author or authors.
 * SPDX-License-Identifier: Apache-2.0
 */

package io.github.realtimespring;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may know which. A package that has no classes yet passes.
 */
class ArchitectureTests {

	private static final String BASE = "io.github.realtimespring";

	private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(BASE);

	@Test
	void packagesFormNoCycle() {
		check(slices().matching(BASE + ".(*)..").should().beFreeOfCycles());
	}

	@Test
	void coreKnowsNoFrameworkNoContainerNoBrokerAndNoDatabind() {
		check(noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..", "io.lettuce..", "tools.jackson.databind.."));
	}

	@Test
	void coreNeedsOnlyTheJsonParserTheNullAnnotationsAndTheLoggingFacade() {
		check(classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(BASE + "..", "java..", "javax.crypto..", "tools.jackson.core..", "org.jspecify..",
					"org.apache.commons.logging.."));
	}

	@Test
	void hubKnowsNoJson() {
		check(noClasses().that()
			.resideInAPackage(BASE + ".hub..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("tools.jackson.."));
	}

	@Test
	void connectionKnowsNeitherProtocolNorSessionsNorHubNorBroadcasts() {
		check(noClasses().that()
			.resideInAPackage(BASE + ".connection..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(BASE + ".protocol..", BASE + ".session..", BASE + ".hub..", BASE + ".broadcast.."));
	}

	@Test
	void sessionAndHubKnowNoTransport() {
		check(noClasses().that()
			.resideInAnyPackage(BASE + ".session..", BASE + ".hub..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.nio.channels..", "java.net.http..", "..transport..", "..websocket..",
					"..tomcat..", "..jetty.."));
	}

	@Test
	void historyKnowsNoSessions() {
		check(noClasses().that()
			.resideInAPackage(BASE + ".history..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BASE + ".session.."));
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(CLASSES).extracting(JavaClass::getPackage)
			.filteredOn((javaPackage) -> !javaPackage.isAnnotatedWith(NullMarked.class))
			.extracting(JavaPackage::getName)
			.isEmpty();
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

}
