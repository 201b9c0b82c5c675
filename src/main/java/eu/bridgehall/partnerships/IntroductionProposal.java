package eu.bridgehall.partnerships;

import java.util.List;
import java.util.UUID;

/** What was asked for, checked and as it is kept. */
record IntroductionProposal(
    UUID to, String text, List<String> cooperationTypes, List<String> themes) {}
