package org.footfall.tag;

/** What the opt-out form says; the same in a page of ours and in one of others. */
public final class OptOutWords {
  public static final String TITLE = "Statistics of this web site";
  public static final String INTRO =
      "This web site counts visits, to see which of its pages are useful. You decide whether yours"
          + " are counted, too.";
  public static final String LABEL = "Count my visits";
  public static final String TO_COUNT = "Count my visits again";
  public static final String NOT_TO_COUNT = "Do not count my visits";
  public static final String COUNTED = "Your visits are counted.";
  public static final String NOT_COUNTED = "Your visits are not counted.";
  public static final String SIGNAL =
      "Your browser asks web sites not to track you. This is respected: your visits are not"
          + " counted, whatever you choose here.";
  public static final String BLOCKED =
      "Your browser does not keep cookies here, so that your choice was not remembered.";
  public static final String AGAIN =
      "This page was open for too long, or was not opened by you. Please choose again.";
  public static final String NO_TRACKER =
      "Nothing counts visits on this page at the moment, so there is nothing to choose.";

  private OptOutWords() {}
}
