package org.footfall.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which crawlers fetch pages for somebody who asks an AI assistant, as against those that gather
 * pages for an index or for training.
 */
final class ChatbotNames {
  /** What people call those whose crawler goes by another name. */
  private static final Map<String, String> NAMES =
      Map.of(
          "ChatGPT-User", "ChatGPT",
          "ChatGPT-Browser", "ChatGPT",
          "Claude-User", "Claude",
          "MistralAI-User", "Le Chat",
          "Perplexity-User", "Perplexity",
          "Gemini-Deep-Research", "Gemini");

  private final UnaryOperator<String> categories;
  private final Map<String, Optional<String>> known = new HashMap<>();

  /**
   * @param categories the category of a crawler by its name
   */
  ChatbotNames(UnaryOperator<String> categories) {
    this.categories = categories;
  }

  /** What people call the assistant that a crawler fetches for; none for other crawlers. */
  Optional<String> of(String bot) {
    return known.computeIfAbsent(
        bot,
        name -> {
          String category = categories.apply(name);
          boolean asked = category.equals("AI Assistant") || category.equals("AI Agent");
          return asked ? Optional.of(NAMES.getOrDefault(name, name)) : Optional.empty();
        });
  }
}
